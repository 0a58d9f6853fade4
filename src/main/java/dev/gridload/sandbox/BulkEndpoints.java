package dev.gridload.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code /customers/bulk}: the CSV upload and the jobs it starts. */
final class BulkEndpoints {

    private final Jobs jobs;
    private final PlatformConfig config;
    private final Numbering numbering;
    private final Faults faults;
    private final JobShape shape;
    private final Document document;

    BulkEndpoints(World world, JobShape shape) {
        this.jobs = world.jobs();
        this.config = world.config();
        this.numbering = world.numbering();
        this.faults = world.faults();
        this.shape = shape;
        this.document = world.document();
    }

    Reply upload(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            throw Refusal.method("POST");
        }
        MultipartFile file = new MultipartFile(call.header("Content-Type"), call.body());
        List<Job.Row> rows = read(new CsvRecords(file));
        file.expectEnd();
        Job job = jobs.start(rows, call.sequence());
        return Reply.json(202, json -> {
            json.writeStartObject();
            json.writeStringProperty("jobId", numbering.job(job.number()));
            json.writeStringProperty("status", Job.Status.PENDING.name());
            json.writeEndObject();
        });
    }

    Reply job(Call call, String id) {
        if (!call.method().equals("GET")) {
            throw Refusal.method("GET");
        }
        Job.View job = jobs.view(numbering.jobNumber(id), shape);
        if (job == null) {
            throw unknown();
        }
        Job.View told = faulty(job);
        return Reply.json(200, json -> write(json, told));
    }

    private Job.View faulty(Job.View job) {
        Job.View told = job;
        for (Fault<JobAnswerFault> fault : faults.ofJobAnswer(Aim.Occasion.ofJob(job.number() + 1))) {
            told = switch (fault.kind()) {
                case JOB_NOT_FOUND -> throw unknown();
                case JOB_STATUS -> told.with(fault.details().jobStatus(), told.processed());
                case JOB_BACKWARDS -> told.with(Job.Status.PROCESSING.name(), told.processed() / 2);
            };
        }
        return told;
    }

    private static Refusal unknown() {
        return Refusal.of(404, "BULK_UPLOAD_JOB_NOT_FOUND", "Bulk upload job not found");
    }

    private List<Job.Row> read(CsvRecords records) throws IOException {
        byte[] header = records.next();
        if (header == null) {
            throw Refusal.invalid("The CSV file is empty");
        }
        Columns columns = new Columns(header);
        if (document == Document.PUBLISHED) {
            columns.requirePublished();
        }
        String domain = config.umaDomain();
        List<Job.Row> rows = new ArrayList<>();
        for (byte[] row = records.next(); row != null; row = records.next()) {
            rows.add(row(columns, row, domain, rows.size() + 1));
        }
        return rows;
    }

    private Job.Row row(Columns columns, byte[] row, String domain, int number) {
        Columns.Fields fields = columns.read(row);
        String id = fields.get("platformCustomerId");
        RowRules.Failure failure = RowRules.check(fields, document);
        CustomerType type = CustomerType.of(fields.get("customerType"));
        if (failure != null || type == null) {
            String correlation = id.isEmpty() ? "row_" + number : id;
            return new Job.Row.Bad(
                    correlation, failure == null ? RowRules.Failure.field("customerType is required") : failure);
        }
        String uma = fields.get("umaAddress");
        return new Job.Row.Good(new Customer.Draft(
                id, type, uma.isEmpty() ? null : UmaAddress.canonical(uma), domain, new CsvProfile(columns, row)));
    }

    private void write(JsonGenerator json, Job.View job) {
        json.writeStartObject();
        json.writeStringProperty(
                switch (job.shape()) {
                    case GUIDES -> "jobId";
                    case PUBLISHED -> "id";
                },
                numbering.job(job.number()));
        json.writeStringProperty("status", job.status());
        json.writeObjectPropertyStart("progress");
        json.writeNumberProperty("total", job.total());
        json.writeNumberProperty("processed", job.processed());
        json.writeNumberProperty("successful", job.processed() - job.failed());
        json.writeNumberProperty("failed", job.failed());
        json.writeEndObject();
        json.writeArrayPropertyStart("errors");
        job.errors().forEach(error -> write(json, job.shape(), error));
        json.writeEndArray();
        if (job.over()) {
            json.writeStringProperty("completedAt", Json.timestamp(job.completedAt()));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, JobShape shape, Job.Entry error) {
        json.writeStartObject();
        switch (shape) {
            case GUIDES -> {
                json.writeStringProperty("platformCustomerId", error.correlation());
                json.writeObjectPropertyStart("error");
                json.writeStringProperty("code", error.code());
                json.writeStringProperty("message", error.message());
                json.writeEndObject();
            }
            case PUBLISHED -> {
                json.writeStringProperty("correlationId", error.correlation());
                json.writeStringProperty("code", error.code());
                json.writeStringProperty("message", error.message());
            }
        }
        json.writeEndObject();
    }
}
