using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Programmes;

/// <summary>The programmes and mechanisms that the article names, and the tasks worded from the same sentences.</summary>
public sealed class ProgrammesModel
{
    private readonly CityPlan _plan;

    public ProgrammesModel(CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        Programmes = [.. plan.Programmes.OrderBy(p => p.Order)];
        Groups = [.. plan.Accountability.OrderBy(m => m.Order).GroupBy(m => m.Group)];
        Unnamed = [.. plan.Dimensions.SelectMany(d => d.Initiatives.Where(i => !i.MembersStated).Select(i => (d, i)))];
    }

    public IReadOnlyList<Programme> Programmes { get; }

    /// <summary>The mechanisms by the article's heading, in its order.</summary>
    public IReadOnlyList<IGrouping<string, AccountabilityMechanism>> Groups { get; }

    /// <summary>Initiatives of the dimensions that count members without naming them.</summary>
    public IReadOnlyList<(Dimension Dimension, Initiative Initiative)> Unnamed { get; }

    /// <summary>The tasks that are worded from the same sentence as a quote, or from a part of it.</summary>
    public IEnumerable<KeyTask> TasksFrom(string quote) => _plan.Tasks.Where(t => t.Quote is { Length: > 0 } own
        && (own.Contains(quote, StringComparison.Ordinal) || quote.Contains(own, StringComparison.Ordinal)));
}
