DROP TABLE subsidy_claim_lines

DROP TABLE subsidy_claims

DROP TABLE wage_pot_shares

DROP TABLE subsidy_decisions

DROP TABLE reopenings

DROP TABLE payout_wages

DROP TABLE employment_terms

DROP TABLE wage_pots

DROP TABLE hand_overs

DROP TABLE employments

DROP TABLE tax_cards

DROP TABLE subsidy_facts

DROP TABLE pensions

DROP TABLE pay_items

DROP TABLE pay_codes

DROP TABLE outside_earnings

DROP TABLE fee_terms

DROP TABLE pay_settings
