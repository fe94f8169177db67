DROP TABLE payout_line_entries

DROP TABLE invoice_line_entries

DROP TABLE draft_line_entries

DROP TABLE billings

DROP TABLE work_entries

DROP TABLE shift_needs

DROP TABLE measurements

DROP TABLE draft_lines

DROP TABLE complete_days

DROP TABLE assignments

DROP TABLE time_studies

DROP TABLE shifts

DROP TABLE quote_lines

DROP TABLE phase_shares

DROP TABLE payout_warnings

DROP TABLE payout_lines

DROP TABLE invoice_lines

DROP TABLE quotes

DROP TABLE phases

DROP TABLE payouts

DROP TABLE job_needs

DROP TABLE invoice_vat_sums

DROP TABLE tariff_rates

DROP TABLE staff_roles

DROP TABLE pay_runs

DROP TABLE jobs

DROP TABLE invoices

DROP TABLE complete_months

DROP TABLE client_tariff_classes

DROP TABLE client_skills

DROP TABLE client_permits

DROP TABLE client_never_with

DROP TABLE client_half_days

DROP TABLE client_forms

DROP TABLE client_absences

DROP TABLE tariffs

DROP TABLE staff

DROP TABLE numbers

DROP TABLE drafts

DROP TABLE clients

DROP TABLE units

DROP TABLE papers

DROP TABLE events

DROP TABLE customers

DROP FUNCTION refuse_change_of_approved_run()

DROP FUNCTION refuse_change_of_approved()

DROP FUNCTION refuse_change()
