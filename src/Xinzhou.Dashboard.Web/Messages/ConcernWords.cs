using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>What deadlines and the lines of a digest are called, in the language of the page.</summary>
/// <param name="text">The words.</param>
/// <param name="lights">The words of lights.</param>
public sealed class ConcernWords(IStringLocalizer<ConcernWords> text, LightWords lights)
{
    /// <summary>The name of a deadline: 督办单 2026-012 反馈：….</summary>
    public string Of(Deadline deadline) => Name(DigestLine.Of(deadline), isOpen: true);

    /// <summary>A line of a digest, without its day.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isOpen">False where nothing of the content may be said but which one it is: in a mail.</param>
    public string Of(DigestLine line, bool isOpen = true)
    {
        ArgumentNullException.ThrowIfNull(line);
        var name = Name(line, isOpen);
        return line is { From: { } from, To: { } to } ? text["Turned", name, lights.Colour(from), lights.Colour(to)].Value : name;
    }

    /// <summary>逾期 2，本周到期 3.</summary>
    public string InBrief(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return string.Join(text["And"].Value, digest.Parts.Select(p => text["SectionIn", Section(p.Section), p.Count].Value));
    }

    /// <summary>逾期, 本周到期, 待处理, 亮灯变化.</summary>
    public string Section(DigestSection section) => text[$"Section-{Code.Of(section)}"];

    /// <summary>That there are more than are listed; null if there are not.</summary>
    public string? More(DigestPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Count > part.Lines.Count ? text["More", part.Count - part.Lines.Count].Value : null;
    }

    /// <summary>2026-10-15 前; null where no day presses.</summary>
    public string? By(DateOnly? day) => day is { } by ? text["By", Day(by)].Value : null;

    /// <summary>2026-10-15.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Name(DigestLine line, bool isOpen)
    {
        // What the plan, a notice or a review says may hold figures.
        var title = !isOpen && line.Kind is ConcernKind.Item or ConcernKind.Task or ConcernKind.Notice or ConcernKind.ReviewMatter ? ""
            : (Languages.IsEnglish ? line.TitleEn ?? line.Title : line.Title) ?? "";
        var (which, quarter) = (line.Reference ?? "", line.Quarter?.Name(Languages.IsEnglish) ?? "");
        string name = line.Kind switch
        {
            ConcernKind.Return => text["Return", title, quarter],
            ConcernKind.CheckIns => text["CheckIns", quarter, line.Count ?? 1],
            ConcernKind.Item => text["Item", which, title],
            ConcernKind.Task => text["Task", which, title],
            ConcernKind.Notice when line.Step is { } step => text["NoticeStep", which, title, text[$"Step-{Code.Of(step)}"].Value],
            ConcernKind.Notice => text["Notice", which, title],
            ConcernKind.Review when line.Count is { } count => text["ReviewToSign", title, count],
            ConcernKind.Milestone => text["Milestone", which],
            var kind => text[kind.ToString(), title],
        };
        name = name.TrimEnd(' ', '：', ':');
        return line.Unit is { } unit ? text["OfUnit", name, unit].Value : name;
    }
}
