CREATE TABLE payments (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    invoice BLOB NOT NULL,
    day DATE NOT NULL,
    amount BIGINT NOT NULL,
    source VARCHAR(40) NOT NULL,
    reference TEXT NOT NULL,
    payer TEXT NOT NULL,
    archive_id TEXT,
    reverses BLOB,
    reason TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (made),
    CONSTRAINT uq_payments_unit_archive_id UNIQUE (unit, archive_id),
    CONSTRAINT uq_payments_reverses UNIQUE (reverses),
    CONSTRAINT uq_payments_id UNIQUE (id),
    CONSTRAINT fk_payments_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_payments_invoice FOREIGN KEY(invoice) REFERENCES invoices (id),
    CONSTRAINT ck_payments_source CHECK (source IN ('hand', 'bank')),
    CONSTRAINT fk_payments_reverses FOREIGN KEY(reverses) REFERENCES payments (id),
    CONSTRAINT fk_payments_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_payments_invoice ON payments (invoice)

CREATE INDEX ix_payments_day ON payments (day)

CREATE TRIGGER payments_refuses_update BEFORE UPDATE ON payments
BEGIN SELECT RAISE(ABORT, 'append-only: payments'); END

CREATE TRIGGER payments_refuses_delete BEFORE DELETE ON payments
BEGIN SELECT RAISE(ABORT, 'append-only: payments'); END
