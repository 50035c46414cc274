using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Deadlines;

namespace Xinzhou.Dashboard.Web.Messages.Calendars;

/// <summary>Writes deadlines as a calendar: an entry a deadline, on its whole day; it takes nobody's time. In the language of the request.</summary>
/// <param name="store">Says since when what is written is known, and whether it is a demonstration.</param>
/// <param name="words">The names of deadlines.</param>
/// <param name="time">The clock.</param>
/// <param name="foot">The words that everything carries.</param>
/// <param name="text">The words.</param>
public sealed class CalendarWriter(
    SnapshotStore store, ConcernWords words, TimeProvider time, IStringLocalizer<SiteFoot> foot, IStringLocalizer<CalendarWriter> text)
{
    // Stable for ever: by it a program knows that an entry is the one that it has, on another day.
    private const string UidHost = "xinzhou-dashboard";

    /// <summary>The calendar.</summary>
    /// <param name="deadlines">What is to be written.</param>
    /// <param name="owner">Whose they are.</param>
    /// <param name="home">The address of the site, without a slash at the end.</param>
    public string Write(IReadOnlyList<Deadline> deadlines, Actor owner, string home)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(owner);
        var snapshot = store.Current;
        // The moment of the last change, and not of the request: what has not changed is the same, to the letter.
        var stamp = snapshot.LastChange(time.GetUtcNow());
        var name = snapshot.Demonstration ? $"{text["Name"]} {text["Demonstration"]}" : text["Name"].Value;
        var lines = new CalendarLines()
            .Add("BEGIN", "VCALENDAR")
            .Add("VERSION", "2.0")
            .Add("PRODID", "-//Xinzhou.Dashboard//Deadlines//ZH")
            .Add("CALSCALE", "GREGORIAN")
            .AddText("NAME", name)
            .AddText("X-WR-CALNAME", name)
            .Add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        foreach (var deadline in deadlines)
        {
            var summary = words.Of(deadline);
            lines
                .Add("BEGIN", "VEVENT")
                .Add("UID", $"{deadline.Key.Replace(' ', '-').Replace('/', '-')}@{UidHost}")
                .Add("DTSTAMP", CalendarLines.Utc(stamp))
                .Add("DTSTART;VALUE=DATE", CalendarLines.Date(deadline.Day))
                .AddText("SUMMARY", deadline.IsLate ? text["Late", summary] : summary)
                .AddText("DESCRIPTION", foot["Internal"])
                .AddText("CATEGORIES", text[deadline.Kind.ToString()])
                .Add("URL", LinkOf(deadline, owner, home))
                .Add("TRANSP", "TRANSPARENT")
                .Add("END", "VEVENT");
        }

        return lines.Add("END", "VCALENDAR").ToString();
    }

    private static string LinkOf(Deadline deadline, Actor owner, string home)
    {
        var path = ConcernPaths.Of(deadline.Kind, deadline.Reference, owner.Role);
        List<(string Name, string? Value)> query = [];
        if (ConcernPaths.QueryOf(deadline.Kind, deadline.Reference) is { } own) query.Add(own);
        if (Languages.IsEnglish) query.Add((Address.LanguageName, Languages.English));
        var (page, fragment) = path.Split('#') is [var before, var after] ? (before, $"#{after}") : (path, "");
        var parameters = string.Join('&', query.Select(q => $"{q.Name}={q.Value}"));
        return $"{home}{page}{(parameters.Length > 0 ? $"?{parameters}" : "")}{fragment}";
    }
}
