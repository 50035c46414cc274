-- Released progress of key tasks is on open pages as figures are: every instance is told.
CREATE TRIGGER announce AFTER INSERT ON task_progress FOR EACH STATEMENT EXECUTE FUNCTION announce_figures();
