"""The same job three ways: allowance, wage, wage with subsidy; built on the functions that pay and price."""
