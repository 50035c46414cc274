using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account.OpenSessions;

/// <summary>One's own sessions.</summary>
public sealed partial class OpenSessionList(DashboardContext access, DashboardSettings settings, TimeProvider time, IStringLocalizer<OpenSessionList> text)
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

    private async Task ReadAsync() => open = await access.SessionsOfAsync(User.Id, Limits, time.GetUtcNow(), Http!.RequestAborted);

    private async Task EndAsync(Guid session)
    {
        await using (var transaction = await access.Database.BeginTransactionAsync(Http!.RequestAborted))
        {
            ended = await access.EndSessionAsync(User.Id, session, time.GetUtcNow(), Http.RequestAborted) ? 1 : 0;
            await NoteAsync();
            await transaction.CommitAsync(Http.RequestAborted);
        }

        await ReadAsync();
    }

    private async Task EndOthersAsync()
    {
        await using (var transaction = await access.Database.BeginTransactionAsync(Http!.RequestAborted))
        {
            ended = await access.EndSessionsAsync(User.Id, Current, time.GetUtcNow(), Http.RequestAborted);
            await NoteAsync();
            await transaction.CommitAsync(Http.RequestAborted);
        }

        await ReadAsync();
    }

    private async Task NoteAsync()
    {
        if (ended > 0)
        {
            await access.AuditAsync(time.GetUtcNow(), User.UserName!, "session.end", User, new { sessions = ended }, Http!.RequestAborted);
        }
    }
}
