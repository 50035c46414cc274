using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Leaves messages with those whom a step concerns; they are saved with the step.</summary>
internal static partial class MessageWriter
{
    /// <summary>To every reviewer.</summary>
    /// <param name="context">The context of the step.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="filled">The number of the return.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToReviewersAsync(
        DashboardContext context, MessageKind kind, int filled, DateTimeOffset now, CancellationToken cancellation)
    {
        var reviewers = await context.Users.Where(u => u.Role == Role.Reviewer && u.DisabledAt == null).Select(u => u.Id).ToListAsync(cancellation);
        context.AddRange(reviewers.Select(u => Message(u, kind, filled, now)));
    }

    /// <summary>To every reporter of the department whose return it is.</summary>
    /// <param name="context">The context of the step.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="filled">The number of the return.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToReportersAsync(
        DashboardContext context, MessageKind kind, int filled, DateTimeOffset now, CancellationToken cancellation)
    {
        var reporters = await context.Users
            .Where(u => u.Role == Role.Reporter && u.DisabledAt == null
                && context.Returns.Any(r => r.Id == filled && r.DepartmentCode == u.DepartmentCode))
            .Select(u => u.Id).ToListAsync(cancellation);
        context.AddRange(reporters.Select(u => Message(u, kind, filled, now)));
    }

    /// <summary>
    /// To everybody whom a comment names, by @ and his sign-in name or the name shown, if he may see the return. The name
    /// shown need not be followed by a space: Chinese is written without.
    /// </summary>
    /// <param name="context">The context of the step.</param>
    /// <param name="filled">The number of the return.</param>
    /// <param name="department">The code of the department whose return it is.</param>
    /// <param name="cell">The cell that is spoken of; null for the whole return.</param>
    /// <param name="text">What is said.</param>
    /// <param name="author">Who says it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToMentionedAsync(
        DashboardContext context, int filled, string department, CellAddress? cell, string text, Actor author, DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        string[] names = [.. Mention().Matches(text).Select(m => m.Groups[1].Value.ToUpperInvariant())];
        var named = await context.Users
            .Where(u => u.DisabledAt == null && u.Id != author.Id
                && (names.Contains(u.NormalizedUserName) || text.Contains("@" + u.DisplayName)))
            .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.DepartmentCode))
            .ToListAsync(cancellation);
        context.AddRange(named.Where(u => ReturnRights.See(u, department)).Select(u => Message(
            u.Id, MessageKind.Mentioned, filled, now, new() { By = author.Name, Cell = cell?.ToString(), Text = text })));
    }

    /// <summary>更正: to everybody who has taken figures away that no longer hold, and to the reviewers who had them beside what they released.</summary>
    /// <param name="context">The context of the step.</param>
    /// <param name="filled">The number of the return that is corrected.</param>
    /// <param name="figures">The released figures that are replaced or withdrawn.</param>
    /// <param name="reason">Why.</param>
    /// <param name="corrector">Who releases the correction: he knows.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToUsersAsync(
        DashboardContext context, int filled, IReadOnlyCollection<long> figures, string reason, Guid corrector, DateTimeOffset now,
        CancellationToken cancellation)
    {
        foreach (var (user, names) in await NamesAsync(FigureUses.Exported(context, figures), cancellation))
        {
            context.Add(Message(user, MessageKind.Corrected, filled, now, new() { Exported = names, Text = reason }));
        }

        foreach (var (user, names) in await NamesAsync(FigureUses.Reviewed(context, figures, now).Where(u => u.User != corrector), cancellation))
        {
            context.Add(Message(user, MessageKind.Corrected, filled, now, new() { Reviewed = names, Text = reason }));
        }
    }

    /// <summary>撤销: to the same people, of a figure that counts as unknown from now on.</summary>
    /// <param name="context">The context of the step.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToUsersOfAsync(
        DashboardContext context, long figure, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        var uses = FigureUses.Exported(context, [figure]).Union(FigureUses.Reviewed(context, [figure], now));
        foreach (var (user, names) in await NamesAsync(uses, cancellation))
        {
            context.Add(Message(user, MessageKind.Corrected, null, now, new() { Withdrawn = names, Text = reason }));
        }
    }

    /// <summary>The names of the indicators that each has used, in the order of the database.</summary>
    private static async Task<IEnumerable<(Guid User, string Names)>> NamesAsync(IQueryable<FigureUse> uses, CancellationToken cancellation) =>
        (await uses.Distinct().OrderBy(u => u.User).ThenBy(u => u.Indicator).ToListAsync(cancellation))
            .GroupBy(u => u.User, (user, used) => (user, string.Join('、', used.Select(u => u.Indicator))));

    private static MessageEntity Message(Guid user, MessageKind kind, int? filled, DateTimeOffset now, MessageDetails? details = null) =>
        new() { UserId = user, At = now, Kind = kind, ReturnId = filled, Details = details ?? new() };

    [GeneratedRegex(@"@([A-Za-z0-9._-]+)")]
    private static partial Regex Mention();
}
