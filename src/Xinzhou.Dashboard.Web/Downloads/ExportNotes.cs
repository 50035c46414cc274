using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Api.Tokens;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>Notes which figures a signed-in person takes away, so that he is told when they are corrected.</summary>
/// <param name="exports">Keeps them.</param>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told when one could not be kept.</param>
public sealed partial class ExportNotes(
    FigureExports exports, IDbContextFactory<DashboardContext> contexts, TimeProvider time, ILogger<ExportNotes> logger) : IDisposable
{
    private static readonly TimeSpan NotedFor = TimeSpan.FromHours(1);

    // A program asks for the same file again and again: the log need not say so each time.
    private readonly MemoryCache _noted = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <inheritdoc/>
    public void Dispose() => _noted.Dispose();

    /// <summary>Notes it; for somebody unknown nothing.</summary>
    /// <param name="context">The request; only a GET takes anything away.</param>
    /// <param name="indicators">The codes of the indicators.</param>
    /// <param name="units">The codes of the units; none for all.</param>
    /// <param name="format">xlsx, csv.</param>
    /// <param name="asOf">The moment asked for, as written.</param>
    public async Task NoteAsync(HttpContext context, IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> units, string format, string? asOf)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (indicators.Count > 0)
        {
            await NoteAsync(context, user => exports.NoteAsync(user.Id, user.UserName, indicators, units, new { units, format, asOf }, context.RequestAborted));
        }
    }

    /// <summary>Notes a file that holds no figures.</summary>
    /// <param name="context">The request; only a GET takes anything away.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="details">What was asked for.</param>
    public async Task NoteAsync(HttpContext context, string file, object details)
    {
        ArgumentNullException.ThrowIfNull(context);
        await NoteAsync(context, user => AuditLog.AppendAsync(contexts, time, user.UserName, "export", file, details, context.RequestAborted));
    }

    /// <summary>Notes that a return was taken away as a workbook.</summary>
    /// <param name="context">The request; only a GET takes anything away.</param>
    /// <param name="sheet">The return.</param>
    public async Task NoteAsync(HttpContext context, ReturnSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(context);
        await NoteAsync(context, user => exports.NoteAsync(user.Id, user.UserName, sheet, new { format = "xlsx" }, context.RequestAborted));
    }

    /// <summary>Notes a file of the API: by a person each time, by the bearer of a token once an hour for the same address.</summary>
    /// <param name="context">The request; only a GET takes anything away.</param>
    /// <param name="held">Of which indicator and unit it holds figures.</param>
    public async Task NoteAsync(HttpContext context, IReadOnlyCollection<(string Indicator, string? Unit)> held)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, user) = (context.Request, CurrentUser.Of(context.User));
        var bearer = context.User.Identity?.AuthenticationType == TokenAuthentication.Scheme ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;
        if (!HttpMethods.IsGet(request.Method) || (user?.UserName ?? bearer) is not { } actor)
        {
            return;
        }

        var (target, now) = ((actor, $"{request.Path}{request.QueryString}"), time.GetUtcNow());
        if (user is null && _noted.Get(target) is DateTimeOffset until && now < until)
        {
            return;
        }

        await KeptAsync(actor, () => exports.NoteAsync(
            user?.Id, actor, request.Path, held, new { format = "csv", query = request.QueryString.Value, token = bearer is null ? null : context.User.Identity!.Name },
            context.RequestAborted));
        if (user is null)
        {
            _noted.Set(target, now + NotedFor, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = NotedFor });
        }
    }

    private async Task NoteAsync(HttpContext context, Func<CurrentUser, Task> note)
    {
        if (HttpMethods.IsGet(context.Request.Method) && CurrentUser.Of(context.User) is { } user)
        {
            await KeptAsync(user.UserName, () => note(user));
        }
    }

    private async Task KeptAsync(string actor, Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception gone) when (gone.IsDatabaseError())
        {
            // Published figures can be read without the database: the file is given all the same.
            LogLost(actor, gone);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An export by {User} could not be noted in the audit log")]
    private partial void LogLost(string user, Exception exception);
}
