-- A department that a table of tasks names is entered by its name; the code that it turns out to have is given to it later.
ALTER TABLE departments ADD COLUMN given_code text UNIQUE CHECK (given_code <> '');
COMMENT ON COLUMN departments.given_code IS 'The code that was given later to a department that was entered by its name alone; null where there is none.';
