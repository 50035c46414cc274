-- A date of publication that names a month and no day says so: its last day stands in.
ALTER TABLE figures DROP CONSTRAINT figures_known_from_basis_check;
ALTER TABLE figures ADD CONSTRAINT figures_known_from_basis_check
    CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred'));
