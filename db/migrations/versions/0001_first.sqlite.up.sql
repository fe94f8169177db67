CREATE TABLE customers (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    business_id TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    e_invoice_address TEXT NOT NULL,
    e_invoice_operator TEXT NOT NULL,
    buyer_reference TEXT NOT NULL,
    payment_term_days INTEGER NOT NULL,
    language TEXT NOT NULL,
    note TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    sought TEXT NOT NULL,
    CONSTRAINT pk_customers PRIMARY KEY (made),
    CONSTRAINT uq_customers_id UNIQUE (id),
    CONSTRAINT ck_customers_kind CHECK (kind IN ('firm', 'association', 'public', 'household')),
    CONSTRAINT ck_customers_active CHECK (active IN (0, 1))
)

CREATE TABLE events (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    at DATETIME NOT NULL,
    who BLOB NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    object BLOB,
    purpose TEXT NOT NULL,
    facts TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    hash_version INTEGER NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (made),
    CONSTRAINT uq_events_previous UNIQUE (previous),
    CONSTRAINT uq_events_id UNIQUE (id)
)

CREATE INDEX ix_events_object ON events (object)

CREATE TABLE papers (
    "of" BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    made_at DATETIME NOT NULL,
    CONSTRAINT pk_papers PRIMARY KEY ("of", kind)
)

CREATE TABLE units (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    provider TEXT NOT NULL,
    business_id TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    vat_registered BOOLEAN NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    iban TEXT NOT NULL,
    e_invoice_address TEXT NOT NULL,
    e_invoice_operator TEXT NOT NULL,
    logo BLOB NOT NULL,
    invoice_note TEXT NOT NULL,
    quote_valid_days INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_units PRIMARY KEY (made),
    CONSTRAINT uq_units_id UNIQUE (id),
    CONSTRAINT ck_units_kind CHECK (kind IN ('county', 'municipality', 'association', 'company')),
    CONSTRAINT ck_units_vat_registered CHECK (vat_registered IN (0, 1))
)

CREATE TABLE clients (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    number INTEGER NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    call_name TEXT NOT NULL,
    identity_code TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    contact_name TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    iban TEXT NOT NULL,
    language TEXT NOT NULL,
    wishes TEXT NOT NULL,
    weekly_days INTEGER NOT NULL,
    weekly_minutes INTEGER NOT NULL,
    needs_own_coach BOOLEAN NOT NULL,
    photo BLOB NOT NULL,
    photo_consent DATE,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    sought TEXT NOT NULL,
    CONSTRAINT pk_clients PRIMARY KEY (made),
    CONSTRAINT uq_clients_unit_number UNIQUE (unit, number),
    CONSTRAINT uq_clients_id UNIQUE (id),
    CONSTRAINT fk_clients_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_clients_needs_own_coach CHECK (needs_own_coach IN (0, 1)),
    CONSTRAINT ck_clients_active CHECK (active IN (0, 1))
)

CREATE TABLE drafts (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    customer BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    order_number TEXT NOT NULL,
    buyer_reference TEXT NOT NULL,
    note TEXT NOT NULL,
    exemption TEXT NOT NULL,
    made_on DATE NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (made),
    CONSTRAINT ck_drafts_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_drafts_id UNIQUE (id),
    CONSTRAINT fk_drafts_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_drafts_customer FOREIGN KEY(customer) REFERENCES customers (id)
)

CREATE INDEX ix_drafts_customer ON drafts (customer)

CREATE TABLE numbers (
    unit BLOB NOT NULL,
    series TEXT NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_numbers PRIMARY KEY (unit, series),
    CONSTRAINT fk_numbers_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_numbers_last_positive CHECK (last > 0)
)

CREATE TABLE staff (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_staff PRIMARY KEY (made),
    CONSTRAINT uq_staff_id UNIQUE (id),
    CONSTRAINT fk_staff_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_staff_active CHECK (active IN (0, 1))
)

CREATE INDEX ix_staff_unit ON staff (unit)

CREATE TABLE tariffs (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    full_day_minutes INTEGER NOT NULL,
    limit_mode VARCHAR(40) NOT NULL,
    above_limit VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_tariffs PRIMARY KEY (made),
    CONSTRAINT ck_tariffs_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_tariffs_id UNIQUE (id),
    CONSTRAINT fk_tariffs_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_tariffs_limit_mode CHECK (limit_mode IN ('day', 'period')),
    CONSTRAINT ck_tariffs_above_limit CHECK (above_limit IN ('cut', 'taxable'))
)

CREATE INDEX ix_tariffs_unit ON tariffs (unit)

CREATE TABLE client_absences (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    CONSTRAINT pk_client_absences PRIMARY KEY (client, position),
    CONSTRAINT ck_client_absences_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT fk_client_absences_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT ck_client_absences_kind CHECK (kind IN ('holiday', 'sick', 'other'))
)

CREATE TABLE client_forms (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    form VARCHAR(40) NOT NULL,
    CONSTRAINT pk_client_forms PRIMARY KEY (client, position),
    CONSTRAINT ck_client_forms_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT fk_client_forms_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT ck_client_forms_form CHECK (form IN ('allowance', 'employment', 'fee'))
)

CREATE TABLE client_half_days (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    weekday SMALLINT NOT NULL,
    half VARCHAR(40) NOT NULL,
    CONSTRAINT pk_client_half_days PRIMARY KEY (client, position),
    CONSTRAINT fk_client_half_days_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT ck_client_half_days_half CHECK (half IN ('morning', 'afternoon'))
)

CREATE TABLE client_never_with (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    other BLOB NOT NULL,
    CONSTRAINT pk_client_never_with PRIMARY KEY (client, position),
    CONSTRAINT fk_client_never_with_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE,
    CONSTRAINT fk_client_never_with_other FOREIGN KEY(other) REFERENCES clients (id)
)

CREATE INDEX ix_client_never_with_other ON client_never_with (other)

CREATE TABLE client_permits (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    valid_to DATE,
    CONSTRAINT pk_client_permits PRIMARY KEY (client, position),
    CONSTRAINT fk_client_permits_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE
)

CREATE TABLE client_skills (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    skill TEXT NOT NULL,
    CONSTRAINT pk_client_skills PRIMARY KEY (client, position),
    CONSTRAINT fk_client_skills_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE
)

CREATE TABLE client_tariff_classes (
    client BLOB NOT NULL,
    position INTEGER NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    tariff_class TEXT NOT NULL,
    CONSTRAINT pk_client_tariff_classes PRIMARY KEY (client, position),
    CONSTRAINT ck_client_tariff_classes_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT fk_client_tariff_classes_client FOREIGN KEY(client) REFERENCES clients (id) ON DELETE CASCADE
)

CREATE TABLE complete_months (
    made INTEGER NOT NULL,
    unit BLOB NOT NULL,
    month TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_complete_months PRIMARY KEY (made),
    CONSTRAINT uq_complete_months_unit_month UNIQUE (unit, month),
    CONSTRAINT fk_complete_months_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_complete_months_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE TABLE invoices (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    unit BLOB NOT NULL,
    customer BLOB NOT NULL,
    number INTEGER NOT NULL,
    day DATE NOT NULL,
    due DATE NOT NULL,
    reference TEXT NOT NULL,
    language TEXT NOT NULL,
    seller_name TEXT NOT NULL,
    seller_business_id TEXT NOT NULL,
    seller_vat_id TEXT NOT NULL,
    seller_street TEXT NOT NULL,
    seller_postcode TEXT NOT NULL,
    seller_town TEXT NOT NULL,
    seller_country TEXT NOT NULL,
    seller_contact_name TEXT NOT NULL,
    seller_email TEXT NOT NULL,
    seller_phone TEXT NOT NULL,
    seller_iban TEXT NOT NULL,
    seller_e_invoice_address TEXT NOT NULL,
    seller_e_invoice_operator TEXT NOT NULL,
    buyer_name TEXT NOT NULL,
    buyer_business_id TEXT NOT NULL,
    buyer_vat_id TEXT NOT NULL,
    buyer_street TEXT NOT NULL,
    buyer_postcode TEXT NOT NULL,
    buyer_town TEXT NOT NULL,
    buyer_country TEXT NOT NULL,
    buyer_contact_name TEXT NOT NULL,
    buyer_email TEXT NOT NULL,
    buyer_phone TEXT NOT NULL,
    buyer_iban TEXT NOT NULL,
    buyer_e_invoice_address TEXT NOT NULL,
    buyer_e_invoice_operator TEXT NOT NULL,
    net BIGINT NOT NULL,
    total BIGINT NOT NULL,
    order_number TEXT NOT NULL,
    buyer_reference TEXT NOT NULL,
    note TEXT NOT NULL,
    exemption TEXT NOT NULL,
    original BLOB,
    original_number INTEGER,
    original_day DATE,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    sought TEXT NOT NULL,
    CONSTRAINT pk_invoices PRIMARY KEY (made),
    CONSTRAINT ck_invoices_number_positive CHECK (number > 0),
    CONSTRAINT uq_invoices_unit_number UNIQUE (unit, number),
    CONSTRAINT uq_invoices_id UNIQUE (id),
    CONSTRAINT ck_invoices_kind CHECK (kind IN ('invoice', 'credit_note')),
    CONSTRAINT fk_invoices_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_invoices_customer FOREIGN KEY(customer) REFERENCES customers (id),
    CONSTRAINT fk_invoices_original FOREIGN KEY(original) REFERENCES invoices (id),
    CONSTRAINT fk_invoices_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_invoices_customer_day ON invoices (customer, day)

CREATE INDEX ix_invoices_day ON invoices (day)

CREATE INDEX ix_invoices_original ON invoices (original)

CREATE TABLE jobs (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    number INTEGER NOT NULL,
    customer BLOB NOT NULL,
    name TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    source VARCHAR(40) NOT NULL,
    description TEXT NOT NULL,
    place TEXT NOT NULL,
    first_day DATE,
    last_day DATE,
    coach BLOB,
    least INTEGER NOT NULL,
    most INTEGER NOT NULL,
    order_number TEXT NOT NULL,
    allowance_pot BIGINT NOT NULL,
    lost_reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    sought TEXT NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (made),
    CONSTRAINT ck_jobs_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_jobs_unit_number UNIQUE (unit, number),
    CONSTRAINT uq_jobs_id UNIQUE (id),
    CONSTRAINT fk_jobs_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_jobs_customer FOREIGN KEY(customer) REFERENCES customers (id),
    CONSTRAINT ck_jobs_state CHECK (state IN ('enquiry', 'quoted', 'ordered', 'running', 'finished', 'closed', 'lost')),
    CONSTRAINT ck_jobs_source CHECK (source IN ('direct', 'frame_agreement', 'tender')),
    CONSTRAINT fk_jobs_coach FOREIGN KEY(coach) REFERENCES staff (id)
)

CREATE INDEX ix_jobs_coach ON jobs (coach)

CREATE INDEX ix_jobs_customer ON jobs (customer)

CREATE TABLE pay_runs (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    ledger VARCHAR(40) NOT NULL,
    month TEXT NOT NULL,
    pay_day DATE NOT NULL,
    state VARCHAR(40) NOT NULL,
    calculated_by BLOB NOT NULL,
    calculated_at DATETIME NOT NULL,
    approved_by BLOB,
    approved_at DATETIME,
    version INTEGER NOT NULL,
    CONSTRAINT pk_pay_runs PRIMARY KEY (made),
    CONSTRAINT uq_pay_runs_unit_ledger_month UNIQUE (unit, ledger, month),
    CONSTRAINT uq_pay_runs_id UNIQUE (id),
    CONSTRAINT fk_pay_runs_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_pay_runs_ledger CHECK (ledger IN ('allowance', 'wage')),
    CONSTRAINT ck_pay_runs_state CHECK (state IN ('open', 'approved')),
    CONSTRAINT fk_pay_runs_calculated_by FOREIGN KEY(calculated_by) REFERENCES staff (id),
    CONSTRAINT fk_pay_runs_approved_by FOREIGN KEY(approved_by) REFERENCES staff (id)
)

CREATE TABLE staff_roles (
    staff BLOB NOT NULL,
    position INTEGER NOT NULL,
    role VARCHAR(40) NOT NULL,
    CONSTRAINT pk_staff_roles PRIMARY KEY (staff, position),
    CONSTRAINT fk_staff_roles_staff FOREIGN KEY(staff) REFERENCES staff (id) ON DELETE CASCADE,
    CONSTRAINT ck_staff_roles_role CHECK (role IN ('job_coach', 'work_coach', 'peer_coach', 'clerk', 'manager', 'auditor'))
)

CREATE TABLE tariff_rates (
    tariff BLOB NOT NULL,
    position INTEGER NOT NULL,
    tariff_class TEXT NOT NULL,
    basis VARCHAR(40) NOT NULL,
    amount BIGINT NOT NULL,
    CONSTRAINT pk_tariff_rates PRIMARY KEY (tariff, position),
    CONSTRAINT fk_tariff_rates_tariff FOREIGN KEY(tariff) REFERENCES tariffs (id) ON DELETE CASCADE,
    CONSTRAINT ck_tariff_rates_basis CHECK (basis IN ('day', 'half_day', 'hour', 'piece', 'pot_share'))
)

CREATE TABLE invoice_vat_sums (
    invoice BLOB NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    rate BIGINT NOT NULL,
    base BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    CONSTRAINT pk_invoice_vat_sums PRIMARY KEY (invoice, position),
    CONSTRAINT fk_invoice_vat_sums_invoice FOREIGN KEY(invoice) REFERENCES invoices (id) ON DELETE CASCADE
)

CREATE TABLE job_needs (
    job BLOB NOT NULL,
    position INTEGER NOT NULL,
    need TEXT NOT NULL,
    CONSTRAINT pk_job_needs PRIMARY KEY (job, position),
    CONSTRAINT fk_job_needs_job FOREIGN KEY(job) REFERENCES jobs (id) ON DELETE CASCADE
)

CREATE TABLE payouts (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    pay_run BLOB NOT NULL,
    client BLOB NOT NULL,
    ledger VARCHAR(40) NOT NULL,
    month TEXT NOT NULL,
    days INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    tax_free BIGINT NOT NULL,
    taxable BIGINT NOT NULL,
    cut BIGINT NOT NULL,
    approved BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_payouts PRIMARY KEY (made),
    CONSTRAINT uq_payouts_pay_run_client UNIQUE (pay_run, client),
    CONSTRAINT uq_payouts_id UNIQUE (id),
    CONSTRAINT fk_payouts_pay_run FOREIGN KEY(pay_run) REFERENCES pay_runs (id),
    CONSTRAINT fk_payouts_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT ck_payouts_ledger CHECK (ledger IN ('allowance', 'wage')),
    CONSTRAINT ck_payouts_approved CHECK (approved IN (0, 1))
)

CREATE INDEX ix_payouts_client_month ON payouts (client, month)

CREATE TABLE phases (
    job BLOB NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    basis VARCHAR(40) NOT NULL,
    unit_name TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    minutes_per_unit BIGINT NOT NULL,
    pace BIGINT NOT NULL,
    hours BIGINT NOT NULL,
    pay_form VARCHAR(40) NOT NULL,
    hourly BIGINT NOT NULL,
    holiday_compensation BIGINT NOT NULL,
    employer_costs BIGINT NOT NULL,
    per_day BIGINT NOT NULL,
    persons INTEGER NOT NULL,
    days BIGINT NOT NULL,
    materials BIGINT NOT NULL,
    tools BIGINT NOT NULL,
    clothes BIGINT NOT NULL,
    transport BIGINT NOT NULL,
    coach_hours BIGINT NOT NULL,
    coach_hourly BIGINT NOT NULL,
    coach_in_price BOOLEAN NOT NULL,
    overhead BIGINT NOT NULL,
    margin BIGINT NOT NULL,
    price_step BIGINT NOT NULL,
    unit_price BIGINT NOT NULL,
    vat_class TEXT NOT NULL,
    market_price BIGINT NOT NULL,
    market_source TEXT NOT NULL,
    split VARCHAR(40) NOT NULL,
    pictogram TEXT NOT NULL,
    CONSTRAINT pk_phases PRIMARY KEY (job, position),
    CONSTRAINT uq_phases_id UNIQUE (id),
    CONSTRAINT fk_phases_job FOREIGN KEY(job) REFERENCES jobs (id) ON DELETE CASCADE,
    CONSTRAINT ck_phases_basis CHECK (basis IN ('piece', 'hour', 'day', 'fixed')),
    CONSTRAINT ck_phases_pay_form CHECK (pay_form IN ('allowance', 'wage')),
    CONSTRAINT ck_phases_coach_in_price CHECK (coach_in_price IN (0, 1)),
    CONSTRAINT ck_phases_split CHECK (split IN ('minutes', 'pieces', 'agreed', 'equal'))
)

CREATE TABLE quotes (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    job BLOB NOT NULL,
    revision INTEGER NOT NULL,
    day DATE NOT NULL,
    valid_until DATE NOT NULL,
    "by" BLOB NOT NULL,
    net BIGINT NOT NULL,
    vat BIGINT NOT NULL,
    total BIGINT NOT NULL,
    text TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    answered_on DATE,
    answered_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_quotes PRIMARY KEY (made),
    CONSTRAINT uq_quotes_job_revision UNIQUE (job, revision),
    CONSTRAINT uq_quotes_id UNIQUE (id),
    CONSTRAINT fk_quotes_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_quotes_by FOREIGN KEY("by") REFERENCES staff (id),
    CONSTRAINT ck_quotes_state CHECK (state IN ('sent', 'accepted', 'refused', 'replaced'))
)

CREATE INDEX ix_quotes_by ON quotes ("by")

CREATE INDEX ix_quotes_day ON quotes (day)

CREATE TABLE invoice_lines (
    invoice BLOB NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    unit_price BIGINT NOT NULL,
    discount BIGINT NOT NULL,
    vat TEXT NOT NULL,
    net BIGINT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    job BLOB,
    phase BLOB,
    credits_line BLOB,
    CONSTRAINT pk_invoice_lines PRIMARY KEY (invoice, position),
    CONSTRAINT ck_invoice_lines_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_invoice_lines_id UNIQUE (id),
    CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY(invoice) REFERENCES invoices (id) ON DELETE CASCADE,
    CONSTRAINT fk_invoice_lines_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_invoice_lines_phase FOREIGN KEY(phase) REFERENCES phases (id),
    CONSTRAINT fk_invoice_lines_credits_line FOREIGN KEY(credits_line) REFERENCES invoice_lines (id)
)

CREATE INDEX ix_invoice_lines_credits_line ON invoice_lines (credits_line)

CREATE INDEX ix_invoice_lines_job ON invoice_lines (job)

CREATE INDEX ix_invoice_lines_phase ON invoice_lines (phase)

CREATE TABLE payout_lines (
    payout BLOB NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    blanks TEXT NOT NULL,
    day DATE,
    basis TEXT NOT NULL,
    basis_unit TEXT NOT NULL,
    rate TEXT NOT NULL,
    amount BIGINT NOT NULL,
    rule TEXT NOT NULL,
    valid_from DATE,
    source TEXT NOT NULL,
    CONSTRAINT pk_payout_lines PRIMARY KEY (payout, position),
    CONSTRAINT fk_payout_lines_payout FOREIGN KEY(payout) REFERENCES payouts (id) ON DELETE CASCADE
)

CREATE TABLE payout_warnings (
    payout BLOB NOT NULL,
    position INTEGER NOT NULL,
    warning TEXT NOT NULL,
    CONSTRAINT pk_payout_warnings PRIMARY KEY (payout, position),
    CONSTRAINT fk_payout_warnings_payout FOREIGN KEY(payout) REFERENCES payouts (id) ON DELETE CASCADE
)

CREATE TABLE phase_shares (
    phase BLOB NOT NULL,
    position INTEGER NOT NULL,
    client BLOB NOT NULL,
    share BIGINT NOT NULL,
    CONSTRAINT pk_phase_shares PRIMARY KEY (phase, position),
    CONSTRAINT fk_phase_shares_phase FOREIGN KEY(phase) REFERENCES phases (id) ON DELETE CASCADE,
    CONSTRAINT fk_phase_shares_client FOREIGN KEY(client) REFERENCES clients (id)
)

CREATE INDEX ix_phase_shares_client ON phase_shares (client)

CREATE TABLE quote_lines (
    quote BLOB NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    unit_price BIGINT NOT NULL,
    vat TEXT NOT NULL,
    net BIGINT NOT NULL,
    CONSTRAINT pk_quote_lines PRIMARY KEY (quote, position),
    CONSTRAINT fk_quote_lines_quote FOREIGN KEY(quote) REFERENCES quotes (id) ON DELETE CASCADE
)

CREATE TABLE shifts (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    job BLOB NOT NULL,
    phase BLOB,
    day DATE NOT NULL,
    start SMALLINT NOT NULL,
    "end" SMALLINT NOT NULL,
    break_minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    coach BLOB,
    least INTEGER NOT NULL,
    most INTEGER NOT NULL,
    state VARCHAR(40) NOT NULL,
    cancel_reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_shifts PRIMARY KEY (made),
    CONSTRAINT uq_shifts_id UNIQUE (id),
    CONSTRAINT fk_shifts_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_shifts_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_shifts_phase FOREIGN KEY(phase) REFERENCES phases (id),
    CONSTRAINT fk_shifts_coach FOREIGN KEY(coach) REFERENCES staff (id),
    CONSTRAINT ck_shifts_state CHECK (state IN ('planned', 'cancelled'))
)

CREATE INDEX ix_shifts_coach_day ON shifts (coach, day)

CREATE INDEX ix_shifts_day ON shifts (day)

CREATE INDEX ix_shifts_job_day ON shifts (job, day)

CREATE INDEX ix_shifts_phase ON shifts (phase)

CREATE INDEX ix_shifts_unit ON shifts (unit)

CREATE TABLE time_studies (
    phase BLOB NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    day DATE NOT NULL,
    "by" BLOB NOT NULL,
    method TEXT NOT NULL,
    CONSTRAINT pk_time_studies PRIMARY KEY (phase, position),
    CONSTRAINT uq_time_studies_id UNIQUE (id),
    CONSTRAINT fk_time_studies_phase FOREIGN KEY(phase) REFERENCES phases (id) ON DELETE CASCADE,
    CONSTRAINT fk_time_studies_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_time_studies_by ON time_studies ("by")

CREATE TABLE assignments (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    shift BLOB NOT NULL,
    client BLOB NOT NULL,
    day DATE NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_assignments PRIMARY KEY (made),
    CONSTRAINT uq_assignments_shift_client UNIQUE (shift, client),
    CONSTRAINT uq_assignments_id UNIQUE (id),
    CONSTRAINT fk_assignments_shift FOREIGN KEY(shift) REFERENCES shifts (id),
    CONSTRAINT fk_assignments_client FOREIGN KEY(client) REFERENCES clients (id)
)

CREATE INDEX ix_assignments_client_day ON assignments (client, day)

CREATE INDEX ix_assignments_day ON assignments (day)

CREATE TABLE complete_days (
    made INTEGER NOT NULL,
    shift BLOB NOT NULL,
    unit BLOB NOT NULL,
    day DATE NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_complete_days PRIMARY KEY (made),
    CONSTRAINT uq_complete_days_shift UNIQUE (shift),
    CONSTRAINT fk_complete_days_shift FOREIGN KEY(shift) REFERENCES shifts (id),
    CONSTRAINT fk_complete_days_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT fk_complete_days_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_complete_days_day ON complete_days (day)

CREATE TABLE draft_lines (
    draft BLOB NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    unit_price BIGINT NOT NULL,
    discount BIGINT NOT NULL,
    vat TEXT NOT NULL,
    net BIGINT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    job BLOB,
    phase BLOB,
    credits_line BLOB,
    CONSTRAINT pk_draft_lines PRIMARY KEY (draft, position),
    CONSTRAINT ck_draft_lines_last_day_not_before CHECK (last_day >= first_day),
    CONSTRAINT uq_draft_lines_id UNIQUE (id),
    CONSTRAINT fk_draft_lines_draft FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_lines_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_draft_lines_phase FOREIGN KEY(phase) REFERENCES phases (id),
    CONSTRAINT fk_draft_lines_credits_line FOREIGN KEY(credits_line) REFERENCES invoice_lines (id)
)

CREATE INDEX ix_draft_lines_credits_line ON draft_lines (credits_line)

CREATE INDEX ix_draft_lines_job ON draft_lines (job)

CREATE INDEX ix_draft_lines_phase ON draft_lines (phase)

CREATE TABLE measurements (
    study BLOB NOT NULL,
    position INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    CONSTRAINT pk_measurements PRIMARY KEY (study, position),
    CONSTRAINT fk_measurements_study FOREIGN KEY(study) REFERENCES time_studies (id) ON DELETE CASCADE
)

CREATE TABLE shift_needs (
    shift BLOB NOT NULL,
    position INTEGER NOT NULL,
    need TEXT NOT NULL,
    CONSTRAINT pk_shift_needs PRIMARY KEY (shift, position),
    CONSTRAINT fk_shift_needs_shift FOREIGN KEY(shift) REFERENCES shifts (id) ON DELETE CASCADE
)

CREATE TABLE work_entries (
    made INTEGER NOT NULL,
    id BLOB NOT NULL,
    unit BLOB NOT NULL,
    kind VARCHAR(40) NOT NULL,
    day DATE NOT NULL,
    job BLOB NOT NULL,
    phase BLOB,
    shift BLOB,
    client BLOB,
    staff BLOB,
    attendance VARCHAR(40) NOT NULL,
    start SMALLINT,
    "end" SMALLINT,
    break_minutes INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    rejects INTEGER NOT NULL,
    split VARCHAR(40),
    material TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit_price BIGINT NOT NULL,
    note TEXT NOT NULL,
    supersedes BLOB,
    void BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    "by" BLOB NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_work_entries PRIMARY KEY (made),
    CONSTRAINT ck_work_entries_minutes_not_negative CHECK (minutes >= 0 AND break_minutes >= 0),
    CONSTRAINT ck_work_entries_pieces_not_negative CHECK (pieces >= 0 AND rejects >= 0),
    CONSTRAINT uq_work_entries_id UNIQUE (id),
    CONSTRAINT fk_work_entries_unit FOREIGN KEY(unit) REFERENCES units (id),
    CONSTRAINT ck_work_entries_kind CHECK (kind IN ('work', 'group_result', 'coaching', 'material')),
    CONSTRAINT fk_work_entries_job FOREIGN KEY(job) REFERENCES jobs (id),
    CONSTRAINT fk_work_entries_phase FOREIGN KEY(phase) REFERENCES phases (id),
    CONSTRAINT fk_work_entries_shift FOREIGN KEY(shift) REFERENCES shifts (id),
    CONSTRAINT fk_work_entries_client FOREIGN KEY(client) REFERENCES clients (id),
    CONSTRAINT fk_work_entries_staff FOREIGN KEY(staff) REFERENCES staff (id),
    CONSTRAINT ck_work_entries_attendance CHECK (attendance IN ('present', 'sick', 'away')),
    CONSTRAINT ck_work_entries_split CHECK (split IN ('minutes', 'pieces', 'agreed', 'equal')),
    CONSTRAINT fk_work_entries_supersedes FOREIGN KEY(supersedes) REFERENCES work_entries (id),
    CONSTRAINT ck_work_entries_void CHECK (void IN (0, 1)),
    CONSTRAINT fk_work_entries_by FOREIGN KEY("by") REFERENCES staff (id)
)

CREATE INDEX ix_work_entries_client_day ON work_entries (client, day)

CREATE INDEX ix_work_entries_day ON work_entries (day)

CREATE INDEX ix_work_entries_job_day ON work_entries (job, day)

CREATE INDEX ix_work_entries_shift ON work_entries (shift)

CREATE INDEX ix_work_entries_supersedes ON work_entries (supersedes)

CREATE TABLE billings (
    entry BLOB NOT NULL,
    line BLOB NOT NULL,
    CONSTRAINT pk_billings PRIMARY KEY (entry),
    CONSTRAINT fk_billings_entry FOREIGN KEY(entry) REFERENCES work_entries (id)
)

CREATE INDEX ix_billings_line ON billings (line)

CREATE TABLE draft_line_entries (
    line BLOB NOT NULL,
    position INTEGER NOT NULL,
    entry BLOB NOT NULL,
    CONSTRAINT pk_draft_line_entries PRIMARY KEY (line, position),
    CONSTRAINT fk_draft_line_entries_line FOREIGN KEY(line) REFERENCES draft_lines (id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_line_entries_entry FOREIGN KEY(entry) REFERENCES work_entries (id)
)

CREATE INDEX ix_draft_line_entries_entry ON draft_line_entries (entry)

CREATE TABLE invoice_line_entries (
    line BLOB NOT NULL,
    position INTEGER NOT NULL,
    entry BLOB NOT NULL,
    CONSTRAINT pk_invoice_line_entries PRIMARY KEY (line, position),
    CONSTRAINT fk_invoice_line_entries_line FOREIGN KEY(line) REFERENCES invoice_lines (id) ON DELETE CASCADE,
    CONSTRAINT fk_invoice_line_entries_entry FOREIGN KEY(entry) REFERENCES work_entries (id)
)

CREATE INDEX ix_invoice_line_entries_entry ON invoice_line_entries (entry)

CREATE TABLE payout_line_entries (
    payout BLOB NOT NULL,
    line INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry BLOB NOT NULL,
    CONSTRAINT pk_payout_line_entries PRIMARY KEY (payout, line, position),
    CONSTRAINT fk_payout_line_entries_payout_line FOREIGN KEY(payout, line) REFERENCES payout_lines (payout, position) ON DELETE CASCADE,
    CONSTRAINT fk_payout_line_entries_entry FOREIGN KEY(entry) REFERENCES work_entries (id)
)

CREATE INDEX ix_payout_line_entries_entry ON payout_line_entries (entry)

CREATE TRIGGER work_entries_refuses_update BEFORE UPDATE ON work_entries
BEGIN SELECT RAISE(ABORT, 'append-only: work_entries'); END

CREATE TRIGGER work_entries_refuses_delete BEFORE DELETE ON work_entries
BEGIN SELECT RAISE(ABORT, 'append-only: work_entries'); END

CREATE TRIGGER invoices_refuses_update BEFORE UPDATE ON invoices
BEGIN SELECT RAISE(ABORT, 'append-only: invoices'); END

CREATE TRIGGER invoices_refuses_delete BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'append-only: invoices'); END

CREATE TRIGGER invoice_lines_refuses_update BEFORE UPDATE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_lines'); END

CREATE TRIGGER invoice_lines_refuses_delete BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_lines'); END

CREATE TRIGGER invoice_line_entries_refuses_update BEFORE UPDATE ON invoice_line_entries
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_line_entries'); END

CREATE TRIGGER invoice_line_entries_refuses_delete BEFORE DELETE ON invoice_line_entries
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_line_entries'); END

CREATE TRIGGER invoice_vat_sums_refuses_update BEFORE UPDATE ON invoice_vat_sums
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_vat_sums'); END

CREATE TRIGGER invoice_vat_sums_refuses_delete BEFORE DELETE ON invoice_vat_sums
BEGIN SELECT RAISE(ABORT, 'append-only: invoice_vat_sums'); END

CREATE TRIGGER papers_refuses_update BEFORE UPDATE ON papers
BEGIN SELECT RAISE(ABORT, 'append-only: papers'); END

CREATE TRIGGER papers_refuses_delete BEFORE DELETE ON papers
BEGIN SELECT RAISE(ABORT, 'append-only: papers'); END

CREATE TRIGGER events_refuses_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'append-only: events'); END

CREATE TRIGGER events_refuses_delete BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'append-only: events'); END

CREATE TRIGGER payouts_refuses_update BEFORE UPDATE ON payouts
WHEN OLD.approved
BEGIN SELECT RAISE(ABORT, 'append-only: payouts'); END

CREATE TRIGGER payouts_refuses_delete BEFORE DELETE ON payouts
WHEN OLD.approved
BEGIN SELECT RAISE(ABORT, 'append-only: payouts'); END

CREATE TRIGGER payout_lines_refuses_update BEFORE UPDATE ON payout_lines
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_lines'); END

CREATE TRIGGER payout_lines_refuses_delete BEFORE DELETE ON payout_lines
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_lines'); END

CREATE TRIGGER payout_line_entries_refuses_update BEFORE UPDATE ON payout_line_entries
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_line_entries'); END

CREATE TRIGGER payout_line_entries_refuses_delete BEFORE DELETE ON payout_line_entries
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_line_entries'); END

CREATE TRIGGER payout_warnings_refuses_update BEFORE UPDATE ON payout_warnings
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_warnings'); END

CREATE TRIGGER payout_warnings_refuses_delete BEFORE DELETE ON payout_warnings
WHEN EXISTS (SELECT 1 FROM payouts WHERE payouts.id = OLD.payout AND payouts.approved)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_warnings'); END

CREATE TRIGGER pay_runs_refuses_update BEFORE UPDATE ON pay_runs
WHEN OLD.state = 'approved'
BEGIN SELECT RAISE(ABORT, 'append-only: pay_runs'); END

CREATE TRIGGER pay_runs_refuses_delete BEFORE DELETE ON pay_runs
WHEN OLD.state = 'approved'
BEGIN SELECT RAISE(ABORT, 'append-only: pay_runs'); END
