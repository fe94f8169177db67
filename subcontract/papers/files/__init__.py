"""Files that other systems take: bank files, the incomes register, payroll, ledgers."""
