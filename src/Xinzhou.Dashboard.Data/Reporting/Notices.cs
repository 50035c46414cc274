namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Leaves notices with those whom a step concerns, in the transaction of the step.</summary>
internal static class Notices
{
    /// <summary>To every reviewer.</summary>
    public static Task ToReviewersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO notices (user_id, at, kind, return_id)
        SELECT id, $3, $2, $1 FROM users WHERE role = 'reviewer' AND disabled_at IS NULL
        """, cancellation, turn.Return.Id, kind, turn.Now);

    /// <summary>To every reporter of the department.</summary>
    public static Task ToReportersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO notices (user_id, at, kind, return_id)
        SELECT u.id, $3, $2, $1 FROM users u JOIN returns r ON r.department_code = u.department_code
        WHERE r.id = $1 AND u.role = 'reporter' AND u.disabled_at IS NULL
        """, cancellation, turn.Return.Id, kind, turn.Now);
}
