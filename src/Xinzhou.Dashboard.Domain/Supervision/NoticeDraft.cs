using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What is to be issued: to one unit, or to several at once, each of which then owes a notice of its own.</summary>
public sealed record NoticeDraft
{
    /// <summary>The greatest length of the subject, of a person's name and of the reference.</summary>
    public const int MaxLine = 200;

    /// <summary>The greatest length of what is asked.</summary>
    public const int MaxText = 2000;

    /// <summary>The most units that are sent it at once.</summary>
    public const int MaxUnits = 50;

    public required MatterGrade Grade { get; init; }

    /// <summary>事项.</summary>
    public required string Subject { get; init; }

    /// <summary>要求; null where the subject says it all.</summary>
    public string? Requirement { get; init; }

    /// <summary>立项来源.</summary>
    public required NoticeOrigin Origin { get; init; }

    /// <summary>What it refers to; null for a free one.</summary>
    public string? Reference { get; init; }

    /// <summary>牵头单位: codes; each is the one lead of its own notice.</summary>
    public required IReadOnlyList<string> Leads { get; init; }

    /// <summary>配合单位: codes, of all notices.</summary>
    public IReadOnlyList<string> Assisting { get; init; } = [];

    /// <summary>责任人; null where nobody is named.</summary>
    public string? Person { get; init; }

    /// <summary>The same with its texts as they are kept (<see cref="PlainText.Entered"/>); an empty one is none.</summary>
    public NoticeDraft Trimmed() => this with
    {
        Subject = PlainText.Entered(Subject) ?? "",
        Requirement = PlainText.Entered(Requirement),
        Reference = PlainText.Entered(Reference),
        Person = PlainText.Entered(Person),
    };

    /// <summary>What is wrong with it; empty if it can be issued.</summary>
    /// <param name="isUnit">Whether there is a unit of a code.</param>
    /// <param name="isDissolved">Whether the unit of a code is no more.</param>
    public IEnumerable<NoticeFault> Faults(Func<string, bool> isUnit, Func<string, bool> isDissolved)
    {
        ArgumentNullException.ThrowIfNull(isUnit);
        ArgumentNullException.ThrowIfNull(isDissolved);
        if (string.IsNullOrWhiteSpace(Subject)) yield return NoticeReason.SubjectMissing;
        if (Subject?.Length > MaxLine || Reference?.Length > MaxLine || Person?.Length > MaxLine || Requirement?.Length > MaxText)
        {
            yield return NoticeReason.TooLong;
        }

        if (Leads.Count == 0) yield return NoticeReason.LeadMissing;
        if (Leads.Count > MaxUnits) yield return NoticeReason.TooManyUnits;
        if (Leads.Distinct().Count() < Leads.Count || Assisting.Distinct().Count() < Assisting.Count) yield return NoticeReason.UnitTwice;
        if (Leads.Intersect(Assisting).Any()) yield return NoticeReason.LeadAssists;
        if (Leads.Concat(Assisting).Any(u => !isUnit(u))) yield return NoticeReason.UnknownUnit;
        if (Leads.Concat(Assisting).Any(isDissolved)) yield return NoticeReason.UnitDissolved;
        if ((Origin == NoticeOrigin.Free) != (Reference is null)) yield return Origin == NoticeOrigin.Free ? NoticeReason.ReferenceUnasked : NoticeReason.ReferenceMissing;
    }
}
