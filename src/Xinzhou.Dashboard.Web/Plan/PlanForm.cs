namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>What is typed of one thing of the plan, beside what stood there when it was begun: only what differs is said.</summary>
public sealed record PlanForm
{
    /// <summary>What stood there.</summary>
    public Dictionary<PlanField, string> Begun { get; init; } = [];

    /// <summary>What is typed.</summary>
    public Dictionary<PlanField, string> Typed { get; init; } = [];

    /// <summary>True when the title is said to be the official one, changed or not.</summary>
    public bool IsOfficial { get; init; }

    public string? Reason { get; init; }

    /// <summary>The number of the last that was said of it when it was begun; null if nothing was.</summary>
    public long? Seen { get; init; }

    /// <summary>True when something is typed that did not stand there.</summary>
    public bool IsTouched => IsOfficial || Typed.Any(t => Said(t.Key) is not null);

    /// <summary>What stands in a field.</summary>
    public string this[PlanField field] => Typed.GetValueOrDefault(field, "");

    /// <summary>Begins with what holds.</summary>
    public static PlanForm Of(Dictionary<PlanField, string> held, long? seen) => new() { Begun = held, Typed = new(held), Seen = seen };

    /// <summary>The same with something else typed in a field.</summary>
    public PlanForm With(PlanField field, string? typed) => this with { Typed = new(Typed) { [field] = typed ?? "" } };

    /// <summary>What is to be said of a field; null where it is to stay, empty where it is to be taken away.</summary>
    public string? Said(PlanField field)
    {
        var typed = this[field].Trim();
        return typed == Begun.GetValueOrDefault(field, "") ? null : typed;
    }

    /// <summary>The fields that somebody else has changed since.</summary>
    public IReadOnlyList<PlanField> ChangedSince(IReadOnlyDictionary<PlanField, string> held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return [.. held.Where(h => Begun.GetValueOrDefault(h.Key, "") != h.Value).Select(h => h.Key).Order()];
    }

    /// <summary>What is typed, upon what holds now: what was not touched follows, and to save it once more is deliberate.</summary>
    public PlanForm Over(Dictionary<PlanField, string> held, long? seen)
    {
        ArgumentNullException.ThrowIfNull(held);
        return this with { Begun = held, Typed = held.ToDictionary(h => h.Key, h => Said(h.Key) ?? h.Value), Seen = seen };
    }
}
