ALTER TABLE customers DROP COLUMN e_invoice_format

ALTER TABLE customers DROP COLUMN vat_id

ALTER TABLE customers DROP COLUMN cost_centre

ALTER TABLE customers DROP COLUMN needs_order_number

ALTER TABLE customers DROP COLUMN needs_buyer_reference

ALTER TABLE customers DROP COLUMN needs_cost_centre

ALTER TABLE jobs DROP COLUMN cost_centre

ALTER TABLE draft_lines DROP COLUMN kind

DROP INDEX ix_draft_lines_deducts

ALTER TABLE draft_lines DROP COLUMN deducts

DROP INDEX ix_draft_lines_interest_of

ALTER TABLE draft_lines DROP COLUMN interest_of

ALTER TABLE invoice_lines DROP COLUMN kind

DROP INDEX ix_invoice_lines_deducts

ALTER TABLE invoice_lines DROP COLUMN deducts

DROP INDEX ix_invoice_lines_interest_of

ALTER TABLE invoice_lines DROP COLUMN interest_of

ALTER TABLE drafts DROP COLUMN exemption_code

ALTER TABLE drafts DROP COLUMN buyer_cost_centre

ALTER TABLE drafts DROP COLUMN replaces

ALTER TABLE invoices DROP COLUMN exemption_code

ALTER TABLE invoices DROP COLUMN buyer_cost_centre

DROP INDEX ix_invoices_replaces

ALTER TABLE invoices DROP COLUMN replaces

DROP INDEX ix_payments_booking

ALTER TABLE payments DROP COLUMN booking

DROP TABLE invoice_attachments

DROP TABLE draft_attachments

DROP TABLE ledger_export_items

DROP TABLE ledger_exports

DROP TABLE sendings

DROP TABLE disputes

DROP TABLE reminder_lines

DROP TABLE reminders

DROP TABLE bookings

DROP TABLE bank_files

DROP TABLE recurring_lines

DROP TABLE recurring_invoices

DROP TABLE reference_rates

DROP TABLE sales_accounts

DROP TABLE invoicing_terms
