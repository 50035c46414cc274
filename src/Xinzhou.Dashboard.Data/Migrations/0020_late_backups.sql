-- Administrators are told when backups are late.
ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
ALTER TABLE messages ADD CONSTRAINT messages_kind_check CHECK (kind IN (
    'opened', 'due', 'overdue', 'submitted', 'returned', 'released', 'corrected', 'mentioned',
    'check_in_returned', 'check_in_missed',
    'notice_assigned', 'notice_moved', 'notice_claimed', 'notice_escalated',
    'backup_late'));
