using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>Which notices are listed; it stands in the address.</summary>
public sealed record NoticeFilter
{
    /// <summary>The path of the ledger.</summary>
    public const string Path = "/supervision";

    private const string OnlyLate = "1";

    public string? Text { get; init; }

    /// <summary>How far they are; null for all.</summary>
    public NoticeStage? Stage { get; init; }

    /// <summary>The code of the unit that leads; null for all.</summary>
    public string? Lead { get; init; }

    public MatterGrade? Grade { get; init; }

    /// <summary>Only those that are late.</summary>
    public bool Late { get; init; }

    /// <summary>What an address asks for.</summary>
    /// <param name="get">A parameter of the address; null where it is not given.</param>
    public static NoticeFilter Of(Func<string, string?> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        return new()
        {
            Text = Meant(get("q")),
            Stage = Code.TryParse<NoticeStage>(get("stage"), out var stage) ? stage : null,
            Lead = Meant(get("lead")),
            Grade = Code.TryParse<MatterGrade>(get("grade"), out var grade) ? grade : null,
            Late = get("late") == OnlyLate,
        };
    }

    /// <summary>The address of the list, or of what is made of it.</summary>
    public string Write(Address address, string path = Path)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(
            path, ("q", Text), ("stage", Stage is { } stage ? Code.Of(stage) : null), ("lead", Lead),
            ("grade", Grade is { } grade ? Code.Of(grade) : null), ("late", Late ? OnlyLate : null));
    }

    /// <summary>Whether a notice is listed.</summary>
    public bool Lists(Notice notice, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(plan);
        var issued = notice.Assignment;
        return (Stage is null || notice.Stage == Stage)
            && (Lead is null || issued.Lead == Lead)
            && (Grade is null || issued.Grade == Grade)
            && (!Late || notice.IsLate)
            && (Text is null || new[] { issued.Number.Code, issued.Subject, issued.Person, plan.DepartmentName(issued.Lead) }
                .Any(t => t?.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) == true));
    }

    private static string? Meant(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
