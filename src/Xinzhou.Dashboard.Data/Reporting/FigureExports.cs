using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Figures;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Keeps who took which figures away as a file, so that he can be told when they are corrected.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class FigureExports(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Notes an export, with its event of the audit log.</summary>
    /// <param name="user">Who.</param>
    /// <param name="userName">His sign-in name.</param>
    /// <param name="indicators">The codes of the indicators.</param>
    /// <param name="units">The codes of the units; none for all.</param>
    /// <param name="details">What else the log is to say: format, as-of.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(
        Guid user, string userName, IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> units, object details, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(units);
        string?[] among = units.Count == 0 ? [null] : [.. units];
        await NoteAsync(
            user, userName, string.Join(", ", indicators), [.. indicators.SelectMany(i => among.Select(u => (i, u)))], details, cancellation);
    }

    /// <summary>Notes that a return was taken away as a workbook, with the published figures that stand beside its cells.</summary>
    /// <param name="user">Who.</param>
    /// <param name="userName">His sign-in name.</param>
    /// <param name="sheet">The return.</param>
    /// <param name="details">What else the log is to say: format.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(Guid user, string userName, ReturnSheet sheet, object details, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await NoteAsync(
            user, userName, ReturnChange.SubjectOf(sheet.Return),
            [.. sheet.Rows.Where(r => r is { YearBefore: not null } or { QuarterBefore: not null })
                .Select(r => (r.Row.Indicator!.Code, (string?)r.Row.Unit!.Code)).Distinct()],
            details, cancellation);
    }

    /// <summary>Notes an export, with its event of the audit log.</summary>
    /// <param name="user">Who; null if there is nobody who could be told of a correction: a program.</param>
    /// <param name="actor">His sign-in name, or what the log calls the program.</param>
    /// <param name="subject">What was taken, for the log.</param>
    /// <param name="taken">The codes of indicators and units; a null unit for all.</param>
    /// <param name="details">What else the log is to say: format, as-of.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(
        Guid? user, string actor, string subject, IReadOnlyCollection<(string Indicator, string? Unit)> taken, object details,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(taken);
        await using var change = await Change.BeginAsync(contexts, actor, time, null, cancellation);
        if (user is { } person)
        {
            change.Context.AddRange(taken.Select(t => new FigureExportEntity
            {
                UserId = person,
                IndicatorCode = t.Indicator,
                UnitCode = t.Unit,
                At = change.Now,
            }));
        }

        change.Audit("export", subject, details);
        await change.CommitAsync(cancellation);
    }
}
