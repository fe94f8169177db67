CREATE TABLE invoicing_terms (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    layout VARCHAR(40) NOT NULL,
    qr_code BOOLEAN NOT NULL,
    opening TEXT NOT NULL,
    reminder_text TEXT NOT NULL,
    interest_act VARCHAR(40) NOT NULL,
    day_count VARCHAR(40) NOT NULL,
    first_reminder_days INTEGER NOT NULL,
    next_reminder_days INTEGER NOT NULL,
    fee_business BIGINT NOT NULL,
    fee_consumer BIGINT NOT NULL,
    standard_compensation BOOLEAN NOT NULL,
    cost_centre TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_invoicing_terms PRIMARY KEY (made),
    CONSTRAINT uq_invoicing_terms_unit UNIQUE (unit),
    CONSTRAINT uq_invoicing_terms_id UNIQUE (id),
    CONSTRAINT fk_invoicing_terms_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_invoicing_terms_layout CHECK (layout IN ('classic', 'compact')),
    CONSTRAINT ck_invoicing_terms_qr_code CHECK (qr_code IN (0, 1)),
    CONSTRAINT ck_invoicing_terms_interest_act CHECK (interest_act IN ('4', '4a')),
    CONSTRAINT ck_invoicing_terms_day_count CHECK (day_count IN ('actual/365', '30/360')),
    CONSTRAINT ck_invoicing_terms_standard_compensation CHECK (standard_compensation IN (0, 1))
)

CREATE TABLE sales_accounts (
    terms BLOB NOT NULL,
    position INTEGER NOT NULL,
    account VARCHAR(40) NOT NULL,
    number TEXT NOT NULL,
    vat_code TEXT NOT NULL,
    CONSTRAINT pk_sales_accounts PRIMARY KEY (terms, position),
    CONSTRAINT fk_sales_accounts_terms FOREIGN KEY(terms) REFERENCES invoicing_terms (id) ON DELETE CASCADE,
    CONSTRAINT ck_sales_accounts_account CHECK (account IN ('receivables', 'bank', 'sales', 'sales_exempt', 'sales_reverse', 'sales_zero', 'sales_unregistered', 'vat', 'prepayments', 'interest', 'collection'))
)

CREATE TABLE reference_rates (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    first DATE NOT NULL,
    rate BIGINT NOT NULL,
    source TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_reference_rates PRIMARY KEY (made),
    CONSTRAINT uq_reference_rates_unit_first UNIQUE (unit, first),
    CONSTRAINT uq_reference_rates_id UNIQUE (id),
    CONSTRAINT fk_reference_rates_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_reference_rates_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE TABLE recurring_invoices (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    customer BLOB NOT NULL,
    job BLOB,
    name TEXT NOT NULL,
    months INTEGER NOT NULL,
    next_day DATE NOT NULL,
    last_day DATE,
    order_number TEXT NOT NULL,
    note TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_recurring_invoices PRIMARY KEY (made),
    CONSTRAINT ck_recurring_invoices_months_positive CHECK (months > 0),
    CONSTRAINT uq_recurring_invoices_id UNIQUE (id),
    CONSTRAINT fk_recurring_invoices_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_recurring_invoices_customer FOREIGN KEY(customer) REFERENCES customers (id),
    CONSTRAINT fk_recurring_invoices_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT ck_recurring_invoices_active CHECK (active IN (0, 1))
)

CREATE INDEX ix_recurring_invoices_customer ON recurring_invoices (customer)

CREATE TABLE recurring_lines (
    recurring BLOB NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    unit_price BIGINT NOT NULL,
    discount BIGINT NOT NULL,
    vat_class TEXT NOT NULL,
    CONSTRAINT pk_recurring_lines PRIMARY KEY (recurring, position),
    CONSTRAINT fk_recurring_lines_recurring FOREIGN KEY(recurring) REFERENCES recurring_invoices (id) ON DELETE CASCADE
)

CREATE TABLE bank_files (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    form VARCHAR(40) NOT NULL,
    count INTEGER NOT NULL,
    total BIGINT NOT NULL,
    read_by BLOB NOT NULL,
    read_at DATETIME NOT NULL,
    CONSTRAINT pk_bank_files PRIMARY KEY (made),
    CONSTRAINT uq_bank_files_unit_digest UNIQUE (unit, digest),
    CONSTRAINT uq_bank_files_id UNIQUE (id),
    CONSTRAINT fk_bank_files_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_bank_files_form CHECK (form IN ('camt.053', 'camt.054', 'ktl', 'tito')),
    CONSTRAINT fk_bank_files_read_by FOREIGN KEY(read_by) REFERENCES staff (id)
)

CREATE TRIGGER bank_files_refuses_update BEFORE UPDATE ON bank_files
BEGIN SELECT RAISE(ABORT, 'append-only: bank_files'); END

CREATE TRIGGER bank_files_refuses_delete BEFORE DELETE ON bank_files
BEGIN SELECT RAISE(ABORT, 'append-only: bank_files'); END

CREATE TABLE bookings (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    file BLOB NOT NULL,
    day DATE NOT NULL,
    value_day DATE,
    amount BIGINT NOT NULL,
    currency TEXT NOT NULL,
    reference TEXT NOT NULL,
    payer TEXT NOT NULL,
    text TEXT NOT NULL,
    archive_id TEXT NOT NULL,
    account TEXT NOT NULL,
    "key" TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_bookings PRIMARY KEY (made),
    CONSTRAINT uq_bookings_unit_key UNIQUE (unit, "key"),
    CONSTRAINT uq_bookings_id UNIQUE (id),
    CONSTRAINT fk_bookings_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_bookings_file FOREIGN KEY(file) REFERENCES bank_files (id)
)

CREATE INDEX ix_bookings_day ON bookings (day)

CREATE INDEX ix_bookings_file ON bookings (file)

CREATE TABLE reminders (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    invoice BLOB NOT NULL,
    customer BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    step INTEGER NOT NULL,
    day DATE NOT NULL,
    due DATE NOT NULL,
    principal BIGINT NOT NULL,
    fee BIGINT NOT NULL,
    earlier_fees BIGINT NOT NULL,
    interest BIGINT NOT NULL,
    interest_to DATE,
    compensation BIGINT NOT NULL,
    total BIGINT NOT NULL,
    text TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_reminders PRIMARY KEY (made),
    CONSTRAINT uq_reminders_invoice_step UNIQUE (invoice, step),
    CONSTRAINT uq_reminders_id UNIQUE (id),
    CONSTRAINT fk_reminders_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_reminders_invoice FOREIGN KEY(invoice) REFERENCES invoices (id),
    CONSTRAINT fk_reminders_customer FOREIGN KEY(customer) REFERENCES customers (id),
    CONSTRAINT ck_reminders_kind CHECK (kind IN ('reminder', 'demand')),
    CONSTRAINT fk_reminders_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_reminders_customer ON reminders (customer)

CREATE INDEX ix_reminders_day ON reminders (day)

CREATE TRIGGER reminders_refuses_update BEFORE UPDATE ON reminders
BEGIN SELECT RAISE(ABORT, 'append-only: reminders'); END

CREATE TRIGGER reminders_refuses_delete BEFORE DELETE ON reminders
BEGIN SELECT RAISE(ABORT, 'append-only: reminders'); END

CREATE TABLE reminder_lines (
    reminder BLOB NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    blanks TEXT NOT NULL,
    basis TEXT NOT NULL,
    rate TEXT NOT NULL,
    amount BIGINT NOT NULL,
    rule TEXT NOT NULL,
    valid_from DATE,
    source TEXT NOT NULL,
    CONSTRAINT pk_reminder_lines PRIMARY KEY (reminder, position),
    CONSTRAINT fk_reminder_lines_reminder FOREIGN KEY(reminder) REFERENCES reminders (id) ON DELETE CASCADE
)

CREATE TRIGGER reminder_lines_refuses_update BEFORE UPDATE ON reminder_lines
BEGIN SELECT RAISE(ABORT, 'append-only: reminder_lines'); END

CREATE TRIGGER reminder_lines_refuses_delete BEFORE DELETE ON reminder_lines
BEGIN SELECT RAISE(ABORT, 'append-only: reminder_lines'); END

CREATE TABLE disputes (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    invoice BLOB NOT NULL,
    first DATE NOT NULL,
    reason TEXT NOT NULL,
    ended_on DATE,
    "by" BLOB NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_disputes PRIMARY KEY (made),
    CONSTRAINT uq_disputes_id UNIQUE (id),
    CONSTRAINT fk_disputes_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_disputes_invoice FOREIGN KEY(invoice) REFERENCES invoices (id),
    CONSTRAINT fk_disputes_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_disputes_invoice ON disputes (invoice)

CREATE TABLE sendings (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    invoice BLOB NOT NULL,
    format VARCHAR(40) NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at DATETIME NOT NULL,
    received_on DATE,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_sendings PRIMARY KEY (made),
    CONSTRAINT uq_sendings_id UNIQUE (id),
    CONSTRAINT fk_sendings_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_sendings_invoice FOREIGN KEY(invoice) REFERENCES invoices (id),
    CONSTRAINT ck_sendings_format CHECK (format IN ('paper', 'finvoice', 'ubl')),
    CONSTRAINT fk_sendings_made_by FOREIGN KEY(made_by) REFERENCES staff (id)
)

CREATE INDEX ix_sendings_invoice ON sendings (invoice)

CREATE TABLE ledger_exports (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    preset VARCHAR(40) NOT NULL,
    count INTEGER NOT NULL,
    total BIGINT NOT NULL,
    digest TEXT NOT NULL,
    made_by BLOB NOT NULL,
    made_at DATETIME NOT NULL,
    CONSTRAINT pk_ledger_exports PRIMARY KEY (made),
    CONSTRAINT ck_ledger_exports_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_ledger_exports_id UNIQUE (id),
    CONSTRAINT fk_ledger_exports_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_ledger_exports_preset CHECK (preset IN ('journal', 'procountor')),
    CONSTRAINT fk_ledger_exports_made_by FOREIGN KEY(made_by) REFERENCES staff (id)
)

CREATE TRIGGER ledger_exports_refuses_update BEFORE UPDATE ON ledger_exports
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_exports'); END

CREATE TRIGGER ledger_exports_refuses_delete BEFORE DELETE ON ledger_exports
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_exports'); END

CREATE TABLE ledger_export_items (
    export BLOB NOT NULL,
    position INTEGER NOT NULL,
    item BLOB NOT NULL,
    CONSTRAINT pk_ledger_export_items PRIMARY KEY (export, position),
    CONSTRAINT uq_ledger_export_items_item UNIQUE (item),
    CONSTRAINT fk_ledger_export_items_export FOREIGN KEY(export) REFERENCES ledger_exports (id) ON DELETE CASCADE
)

CREATE TRIGGER ledger_export_items_refuses_update BEFORE UPDATE ON ledger_export_items
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_export_items'); END

CREATE TRIGGER ledger_export_items_refuses_delete BEFORE DELETE ON ledger_export_items
BEGIN SELECT RAISE(ABORT, 'append-only: ledger_export_items'); END

CREATE TABLE draft_attachments (
    draft BLOB NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_draft_attachments PRIMARY KEY (draft, position),
    CONSTRAINT fk_draft_attachments_draft FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE
)

CREATE TABLE invoice_attachments (
    invoice BLOB NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_invoice_attachments PRIMARY KEY (invoice, position),
    CONSTRAINT fk_invoice_attachments_invoice FOREIGN KEY(invoice) REFERENCES invoices (id) ON DELETE CASCADE
)

CREATE TRIGGER invoice_attachments_refuses_update BEFORE UPDATE ON invoice_attachments
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_attachments'); END

CREATE TRIGGER invoice_attachments_refuses_delete BEFORE DELETE ON invoice_attachments
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_attachments'); END

ALTER TABLE customers ADD COLUMN e_invoice_format VARCHAR(40) NOT NULL DEFAULT 'paper' CONSTRAINT ck_customers_e_invoice_format CHECK (e_invoice_format IN ('paper', 'finvoice', 'ubl'))

ALTER TABLE customers ADD COLUMN vat_id TEXT NOT NULL DEFAULT ''

ALTER TABLE customers ADD COLUMN cost_centre TEXT NOT NULL DEFAULT ''

ALTER TABLE customers ADD COLUMN needs_order_number BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT ck_customers_needs_order_number CHECK (needs_order_number IN (0, 1))

ALTER TABLE customers ADD COLUMN needs_buyer_reference BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT ck_customers_needs_buyer_reference CHECK (needs_buyer_reference IN (0, 1))

ALTER TABLE customers ADD COLUMN needs_cost_centre BOOLEAN NOT NULL DEFAULT 0 CONSTRAINT ck_customers_needs_cost_centre CHECK (needs_cost_centre IN (0, 1))

ALTER TABLE jobs ADD COLUMN cost_centre TEXT NOT NULL DEFAULT ''

ALTER TABLE draft_lines ADD COLUMN kind VARCHAR(40) NOT NULL DEFAULT 'work' CONSTRAINT ck_draft_lines_kind CHECK (kind IN ('work', 'other', 'charge', 'prepayment', 'deduction', 'interest', 'collection'))

ALTER TABLE draft_lines ADD COLUMN deducts BLOB CONSTRAINT fk_draft_lines_deducts REFERENCES invoice_lines (id)

CREATE INDEX ix_draft_lines_deducts ON draft_lines (deducts)

ALTER TABLE draft_lines ADD COLUMN interest_of BLOB CONSTRAINT fk_draft_lines_interest_of REFERENCES invoices (id)

CREATE INDEX ix_draft_lines_interest_of ON draft_lines (interest_of)

ALTER TABLE invoice_lines ADD COLUMN kind VARCHAR(40) NOT NULL DEFAULT 'work' CONSTRAINT ck_invoice_lines_kind CHECK (kind IN ('work', 'other', 'charge', 'prepayment', 'deduction', 'interest', 'collection'))

ALTER TABLE invoice_lines ADD COLUMN deducts BLOB CONSTRAINT fk_invoice_lines_deducts REFERENCES invoice_lines (id)

CREATE INDEX ix_invoice_lines_deducts ON invoice_lines (deducts)

ALTER TABLE invoice_lines ADD COLUMN interest_of BLOB CONSTRAINT fk_invoice_lines_interest_of REFERENCES invoices (id)

CREATE INDEX ix_invoice_lines_interest_of ON invoice_lines (interest_of)

ALTER TABLE drafts ADD COLUMN exemption_code TEXT NOT NULL DEFAULT ''

ALTER TABLE drafts ADD COLUMN buyer_cost_centre TEXT NOT NULL DEFAULT ''

ALTER TABLE drafts ADD COLUMN replaces BLOB CONSTRAINT fk_drafts_replaces REFERENCES invoices (id)

ALTER TABLE invoices ADD COLUMN exemption_code TEXT NOT NULL DEFAULT ''

ALTER TABLE invoices ADD COLUMN buyer_cost_centre TEXT NOT NULL DEFAULT ''

ALTER TABLE invoices ADD COLUMN replaces BLOB CONSTRAINT fk_invoices_replaces REFERENCES invoices (id)

CREATE INDEX ix_invoices_replaces ON invoices (replaces)

ALTER TABLE payments ADD COLUMN booking BLOB CONSTRAINT fk_payments_booking REFERENCES bookings (id)

CREATE INDEX ix_payments_booking ON payments (booking)
