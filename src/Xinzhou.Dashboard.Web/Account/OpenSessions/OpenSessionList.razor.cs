using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account.OpenSessions;

/// <summary>One's own sessions.</summary>
public sealed partial class OpenSessionList(IDbContextFactory<DashboardContext> contexts, DashboardSettings settings, TimeProvider time, IStringLocalizer<OpenSessionList> text)
{
    private IReadOnlyList<OpenSession> open = [];
    private int? ended;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired]
    public required User User { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IStringLocalizer<OpenSessionList> Text => text;

    private SessionLimits Limits => settings.Sessions;

    private Guid? Current => Sessions.KeyOf(Http!.User)?.Session;

    protected override Task OnInitializedAsync() => ReadAsync();

    // A context of its own: the page around it asks by the request's at the same time.
    private async Task ReadAsync()
    {
        await using var context = await contexts.CreateDbContextAsync(Http!.RequestAborted);
        open = await context.SessionsOfAsync(User.Id, Limits, time.GetUtcNow(), Http.RequestAborted);
    }

    private Task EndAsync(Guid session) => EndAsync(async (context, cancellation) =>
        await context.EndSessionAsync(User.Id, session, time.GetUtcNow(), cancellation) ? 1 : 0);

    private Task EndOthersAsync() => EndAsync((context, cancellation) => context.EndSessionsAsync(User.Id, Current, time.GetUtcNow(), cancellation));

    private async Task EndAsync(Func<DashboardContext, CancellationToken, Task<int>> end)
    {
        await using (var context = await contexts.CreateDbContextAsync(Http!.RequestAborted))
        await using (var transaction = await context.Database.BeginTransactionAsync(Http.RequestAborted))
        {
            ended = await end(context, Http.RequestAborted);
            if (ended > 0)
            {
                await context.AuditAsync(time.GetUtcNow(), User.UserName!, "session.end", User, new { sessions = ended }, Http.RequestAborted);
            }

            await transaction.CommitAsync(Http.RequestAborted);
        }

        await ReadAsync();
    }
}
