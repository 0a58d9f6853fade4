package dev.gridload.sandbox;

import org.jspecify.annotations.Nullable;

/** A customer as it stands; a change makes a new one with the same number. Kept small: there may be a million. */
final class Customer {

    private final int number;
    private final String platformCustomerId;
    private final CustomerType type;
    private final @Nullable String ownUmaAddress;
    private final String umaDomain;
    private final Profile profile;
    private final long createdAt;
    private final long updatedAt;
    private final boolean deleted;

    private Customer(int number, Draft draft, long createdAt, long updatedAt, boolean deleted) {
        this.number = number;
        this.platformCustomerId = draft.platformCustomerId();
        this.type = draft.type();
        this.ownUmaAddress = draft.umaAddress();
        this.umaDomain = draft.umaDomain();
        this.profile = draft.profile();
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
        this.deleted = deleted;
    }

    static Customer created(int number, Draft draft, long at) {
        return new Customer(number, draft, at, at, false);
    }

    Customer changed(@Nullable String newUmaAddress, Profile newProfile, long at) {
        Draft draft = new Draft(
                platformCustomerId, type, newUmaAddress == null ? ownUmaAddress : newUmaAddress, umaDomain, newProfile);
        return new Customer(number, draft, createdAt, at, deleted);
    }

    Customer removed(long at) {
        Draft draft = new Draft(platformCustomerId, type, ownUmaAddress, umaDomain, profile);
        return new Customer(number, draft, createdAt, at, true);
    }

    /** The place in the order of creation, from 0. */
    int number() {
        return number;
    }

    String platformCustomerId() {
        return platformCustomerId;
    }

    CustomerType type() {
        return type;
    }

    /** Given by the platform, or made from the number. */
    String umaAddress() {
        return ownUmaAddress == null ? UmaAddress.generated(number, umaDomain) : ownUmaAddress;
    }

    @Nullable
    String ownUmaAddress() {
        return ownUmaAddress;
    }

    Profile profile() {
        return profile;
    }

    /** Milliseconds since the epoch, as are all times here. */
    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }

    boolean deleted() {
        return deleted;
    }

    /**
     * A customer to be.
     *
     * @param umaAddress null to have one generated in the domain
     */
    record Draft(
            String platformCustomerId,
            CustomerType type,
            @Nullable String umaAddress,
            String umaDomain,
            Profile profile) {}
}
