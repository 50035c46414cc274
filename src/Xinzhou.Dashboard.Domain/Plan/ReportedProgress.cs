using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>All that was ever reported of one work item.</summary>
internal sealed class ReportedProgress
{
    // By quarter, those of a quarter in the order in which they hold.
    private readonly ProgressStatement[] _all;
    private readonly bool _isInOrder;

    public ReportedProgress(IEnumerable<ProgressStatement> all)
    {
        _all = [.. all.OrderBy(s => s.Quarter.LastDay).ThenBy(s => s.Origin.KnownFrom).ThenBy(s => s.Origin.Id)];
        _isInOrder = _all.Zip(_all.Skip(1)).All(p =>
            p.First.Quarter != p.Second.Quarter && p.First.Origin.KnownFrom <= p.Second.Origin.KnownFrom && p.First.Origin.RecordedAt <= p.Second.Origin.RecordedAt);
    }

    /// <summary>All reports, by quarter.</summary>
    public IReadOnlyList<ProgressStatement> All => _all;

    /// <summary>What was known of each quarter at a moment, the latest quarter last.</summary>
    public IReadOnlyList<ProgressStatement> At(AsOf asOf)
    {
        // As a rule one quarter is reported after the other, each once: what is known then is a first part of all.
        if (_isInOrder) return new ArraySegment<ProgressStatement>(_all, 0, CountAt(asOf));

        var known = new List<ProgressStatement>(_all.Length);
        foreach (var said in _all)
        {
            if (!said.Origin.IsKnownAt(asOf)) continue;

            // A later report of a quarter replaces the earlier; one without words leaves those that are held.
            if (known is not [.., var last] || last.Quarter != said.Quarter) known.Add(said);
            else known[^1] = said.Text is null ? said with { Text = last.Text } : said;
        }

        return known;
    }

    private int CountAt(AsOf asOf)
    {
        var (known, unknown) = (0, _all.Length);
        while (known < unknown)
        {
            var middle = (known + unknown) / 2;
            if (_all[middle].Origin.IsKnownAt(asOf)) known = middle + 1;
            else unknown = middle;
        }

        return known;
    }
}
