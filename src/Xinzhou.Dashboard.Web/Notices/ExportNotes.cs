using Npgsql;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Notices;

/// <summary>Notes which figures a signed-in person takes away, so that he is told when they are corrected.</summary>
/// <param name="exports">Keeps them.</param>
/// <param name="logger">Told when one could not be kept.</param>
public sealed partial class ExportNotes(FigureExports exports, ILogger<ExportNotes> logger)
{
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

    /// <summary>Notes that a return was taken away as a workbook.</summary>
    /// <param name="context">The request; only a GET takes anything away.</param>
    /// <param name="sheet">The return.</param>
    public async Task NoteAsync(HttpContext context, ReturnSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(context);
        await NoteAsync(context, user => exports.NoteAsync(user.Id, user.UserName, sheet, new { format = "xlsx" }, context.RequestAborted));
    }

    private async Task NoteAsync(HttpContext context, Func<CurrentUser, Task> note)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || CurrentUser.Of(context.User) is not { } user)
        {
            return;
        }

        try
        {
            await note(user);
        }
        catch (NpgsqlException gone)
        {
            // Published figures can be read without the database: the file is given all the same.
            LogLost(user.UserName, gone);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An export by {User} could not be noted in the audit log")]
    private partial void LogLost(string user, Exception exception);
}
