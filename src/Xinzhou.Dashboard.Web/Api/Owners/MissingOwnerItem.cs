using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Owners;

/// <summary>Something without a live owner.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Which: <c>targets/f0000000012</c>, <c>tasks/3</c>, <c>items/3/2</c>, <c>supervision/2026-012</c>.</param>
/// <param name="Name">What it is called; empty where nothing is known.</param>
/// <param name="Department">牵头单位: its name; null is not known.</param>
/// <param name="Person">责任人; null is not known.</param>
/// <param name="Reason">Why it has none: accounts are those of now.</param>
public sealed record MissingOwnerItem(
    [property: Codes<OwnedKind>] string Kind, string Subject, string Name, string? Department, string? Person, [property: Codes<OwnerGap>] string Reason)
{
    internal static readonly IReadOnlyList<CsvColumn<MissingOwnerItem>> Columns =
    [
        new("kind", m => m.Kind),
        new("subject", m => m.Subject),
        new("name", m => m.Name),
        new("department", m => m.Department),
        new("person", m => m.Person),
        new("reason", m => m.Reason),
    ];

    /// <param name="missing">What has no live owner.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="nameOf">The name of a unit.</param>
    internal static MissingOwnerItem Of(MissingOwner missing, string name, Func<string, string> nameOf) => new(
        Code.Of(missing.Kind), missing.Subject, name, missing.Unit is { } unit ? nameOf(unit) : null, missing.Person, Code.Of(missing.Gap));
}
