using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Leaves messages with those whom a change concerns; they are saved with it.</summary>
internal static class Telling
{
    /// <summary>The longest name that a message carries; the place itself has the whole.</summary>
    private const int MaxAbout = 120;

    private const int MaxListed = 12;

    /// <param name="change">The change.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="details">What else it says.</param>
    /// <param name="audience">Whom.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many people it is left with.</returns>
    public static async Task<int> TellAsync(
        this Change change, MessageKind kind, MessageDetails details, Audience audience, CancellationToken cancellation)
    {
        string?[] units = [.. audience.Units];
        Role[] roles = [.. audience.Roles];
        Guid[] people = [.. audience.People];
        var named = audience.Named;
        var told = await change.Context.Users
            .Where(u => u.DisabledAt == null && u.UserName != change.Actor
                && ((u.Role == Role.Reporter && units.Contains(u.DepartmentCode))
                    || roles.Contains(u.Role)
                    || people.Contains(u.Id)
                    || (named != null && u.DisplayName == named && (u.DepartmentCode == null || units.Contains(u.DepartmentCode)))))
            .Select(u => u.Id).ToListAsync(cancellation);
        var said = details with { About = Cut(details.About) };
        change.Context.AddRange(told.Select(u => new MessageEntity { UserId = u, At = change.Now, Kind = kind, Details = said with { } }));
        return told.Count;
    }

    /// <summary>Several names in one line: the first of them, and how many there are where they are many.</summary>
    public static string Listed(IReadOnlyCollection<string> names) =>
        names.Count <= MaxListed ? string.Join('、', names) : FormattableString.Invariant($"{string.Join('、', names.Take(MaxListed))}…（{names.Count}）");

    private static string? Cut(string? about) => about?.Length > MaxAbout ? about[..MaxAbout] + "…" : about;
}
