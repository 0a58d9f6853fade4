package dev.gridload.bench;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The mutable bean that the usual job maps every line to: constraints on its fields, one on the whole. */
@AccountFits
public final class UsualCustomer {

    @NotEmpty
    @Size(max = 255)
    private String platformCustomerId = "";

    @NotEmpty
    @Pattern(regexp = "INDIVIDUAL|BUSINESS")
    private String customerType = "";

    @Size(max = 255)
    private String fullName = "";

    @Pattern(regexp = "|\\d{4}-\\d{2}-\\d{2}")
    private String birthDate = "";

    @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+")
    private String email = "";

    @NotEmpty
    @Size(max = 255)
    private String addressLine1 = "";

    private String addressLine2 = "";

    @Size(max = 255)
    private String city = "";

    @Size(max = 255)
    private String state = "";

    @NotEmpty
    @Size(max = 32)
    private String postalCode = "";

    @NotEmpty
    @Pattern(regexp = "[A-Z]{2}")
    private String country = "";

    @Size(max = 1000)
    private String description = "";

    private String businessLegalName = "";

    private String businessRegistrationNumber = "";

    private String businessTaxId = "";

    private String accountType = "";

    private String platformAccountId = "";

    private String accountNumber = "";

    private String bankName = "";

    private String routingNumber = "";

    private String accountCategory = "";

    private String clabeNumber = "";

    private String pixKey = "";

    private String pixKeyType = "";

    private String iban = "";

    private String swiftBic = "";

    private String vpa = "";

    private String currencyCode = "";

    private String phoneNumber = "";

    private String provider = "";

    private String bankCode = "";

    private String branchCode = "";

    private String walletAddress = "";

    public String getPlatformCustomerId() {
        return platformCustomerId;
    }

    public void setPlatformCustomerId(String platformCustomerId) {
        this.platformCustomerId = platformCustomerId;
    }

    public String getCustomerType() {
        return customerType;
    }

    public void setCustomerType(String customerType) {
        this.customerType = customerType;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getAddressLine1() {
        return addressLine1;
    }

    public void setAddressLine1(String addressLine1) {
        this.addressLine1 = addressLine1;
    }

    public String getAddressLine2() {
        return addressLine2;
    }

    public void setAddressLine2(String addressLine2) {
        this.addressLine2 = addressLine2;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getBusinessLegalName() {
        return businessLegalName;
    }

    public void setBusinessLegalName(String businessLegalName) {
        this.businessLegalName = businessLegalName;
    }

    public String getBusinessRegistrationNumber() {
        return businessRegistrationNumber;
    }

    public void setBusinessRegistrationNumber(String businessRegistrationNumber) {
        this.businessRegistrationNumber = businessRegistrationNumber;
    }

    public String getBusinessTaxId() {
        return businessTaxId;
    }

    public void setBusinessTaxId(String businessTaxId) {
        this.businessTaxId = businessTaxId;
    }

    public String getAccountType() {
        return accountType;
    }

    public void setAccountType(String accountType) {
        this.accountType = accountType;
    }

    public String getPlatformAccountId() {
        return platformAccountId;
    }

    public void setPlatformAccountId(String platformAccountId) {
        this.platformAccountId = platformAccountId;
    }

    public String getAccountNumber() {
        return accountNumber;
    }

    public void setAccountNumber(String accountNumber) {
        this.accountNumber = accountNumber;
    }

    public String getBankName() {
        return bankName;
    }

    public void setBankName(String bankName) {
        this.bankName = bankName;
    }

    public String getRoutingNumber() {
        return routingNumber;
    }

    public void setRoutingNumber(String routingNumber) {
        this.routingNumber = routingNumber;
    }

    public String getAccountCategory() {
        return accountCategory;
    }

    public void setAccountCategory(String accountCategory) {
        this.accountCategory = accountCategory;
    }

    public String getClabeNumber() {
        return clabeNumber;
    }

    public void setClabeNumber(String clabeNumber) {
        this.clabeNumber = clabeNumber;
    }

    public String getPixKey() {
        return pixKey;
    }

    public void setPixKey(String pixKey) {
        this.pixKey = pixKey;
    }

    public String getPixKeyType() {
        return pixKeyType;
    }

    public void setPixKeyType(String pixKeyType) {
        this.pixKeyType = pixKeyType;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public String getSwiftBic() {
        return swiftBic;
    }

    public void setSwiftBic(String swiftBic) {
        this.swiftBic = swiftBic;
    }

    public String getVpa() {
        return vpa;
    }

    public void setVpa(String vpa) {
        this.vpa = vpa;
    }

    public String getCurrencyCode() {
        return currencyCode;
    }

    public void setCurrencyCode(String currencyCode) {
        this.currencyCode = currencyCode;
    }

    public String getPhoneNumber() {
        return phoneNumber;
    }

    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public String getBankCode() {
        return bankCode;
    }

    public void setBankCode(String bankCode) {
        this.bankCode = bankCode;
    }

    public String getBranchCode() {
        return branchCode;
    }

    public void setBranchCode(String branchCode) {
        this.branchCode = branchCode;
    }

    public String getWalletAddress() {
        return walletAddress;
    }

    public void setWalletAddress(String walletAddress) {
        this.walletAddress = walletAddress;
    }
}
