namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>Which targets are listed; it stands in the address.</summary>
public sealed record TargetFilter
{
    private const string Path = "/plan/targets";

    public string? Text { get; init; }

    /// <summary>The year of the target; null for all.</summary>
    public string? Year { get; init; }

    /// <summary>The code of the department that owes it; null for all.</summary>
    public string? Owner { get; init; }

    /// <summary>How far it has come; null for all.</summary>
    public TargetState? State { get; init; }

    /// <summary>What an address asks for.</summary>
    public static TargetFilter Of(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new()
        {
            Text = Meant(address.Get("q")),
            Year = Meant(address.Get("year")),
            Owner = Meant(address.Get("owner")),
            State = Enum.TryParse<TargetState>(address.Get("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        };
    }

    /// <summary>The address of the list.</summary>
    public string Write(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(Path, ("q", Text), ("year", Year), ("owner", Owner), ("state", State?.ToString().ToLowerInvariant()));
    }

    /// <summary>The targets that are listed: by year, those of one year in the order of the figures.</summary>
    public IReadOnlyList<TargetLine> Lines(PlanNow now, TargetWords words)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(words);
        return
        [
            .. now.Lights.Targets
                .Where(t => Year is null || t.Year?.ToString(CultureInfo.InvariantCulture) == Year)
                .Where(t => Owner is null || t.Commitment?.Owner == Owner)
                .Where(t => Text is null || new[] { words.Name(t.Figure), t.Commitment?.Person, t.Commitment?.Owner is { } owner ? now.Plan.DepartmentName(owner) : null }
                    .Any(n => n?.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) == true))
                .OrderBy(t => t.Year ?? int.MaxValue)
                .Select(t => TargetLine.Of(t, now))
                .Where(l => State is null || l.State == State),
        ];
    }

    private static string? Meant(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
