using System.Collections.Immutable;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>Everything that units ever sent, and what was decided on it.</summary>
public sealed class CheckInBook
{
    private readonly ImmutableDictionary<long, CheckIn> _all;
    private readonly ImmutableDictionary<CheckInKey, ImmutableList<long>> _byKey;
    private readonly Lazy<ILookup<(int Task, int Item), CheckInKey>> _byItem;

    private CheckInBook(ImmutableDictionary<long, CheckIn> all, ImmutableDictionary<CheckInKey, ImmutableList<long>> byKey) =>
        (_all, _byKey, _byItem) = (all, byKey, new(() => byKey.Keys.ToLookup(k => (k.Task, k.Item))));

    public static CheckInBook Empty { get; } =
        new(ImmutableDictionary<long, CheckIn>.Empty, ImmutableDictionary<CheckInKey, ImmutableList<long>>.Empty);

    /// <summary>The greatest number of what was sent; 0 for none.</summary>
    public long LastId { get; private init; }

    /// <summary>The greatest number of a decision; 0 for none.</summary>
    public long LastDecisionId { get; private init; }

    /// <summary>The moment of the last change; the beginning of time for none.</summary>
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>The book with what was sent and decided since.</summary>
    /// <param name="sent">Without decisions.</param>
    /// <param name="decided">On what is held or among <paramref name="sent"/>; a decision on anything else is left out.</param>
    public CheckInBook With(IReadOnlyCollection<CheckIn> sent, IReadOnlyCollection<CheckInDecision> decided)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(decided);
        if (sent.Count + decided.Count == 0) return this;
        var all = _all.SetItems(sent.Select(c => KeyValuePair.Create(c.Id, c)));
        foreach (var decision in decided)
        {
            if (all.TryGetValue(decision.CheckIn, out var on)) all = all.SetItem(on.Id, on with { Decision = decision });
        }

        var byKey = _byKey;
        foreach (var one in sent.OrderBy(c => c.Id)) byKey = byKey.SetItem(one.Key, byKey.GetValueOrDefault(one.Key, []).Add(one.Id));
        return new(all, byKey)
        {
            LastId = sent.Select(c => c.Id).Append(LastId).Max(),
            LastDecisionId = decided.Select(d => d.Id).Append(LastDecisionId).Max(),
            ChangedAt = sent.Select(c => c.SentAt).Concat(decided.Select(d => d.At)).Append(ChangedAt).Max(),
        };
    }

    /// <summary>All that was ever sent, the earliest first.</summary>
    public IEnumerable<CheckIn> All => _all.Values.OrderBy(c => c.Id);

    /// <summary>What was sent under a number; null if nothing was.</summary>
    public CheckIn? Find(long id) => _all.GetValueOrDefault(id);

    /// <summary>All that a unit sent of an item and quarter, the earliest first.</summary>
    public IReadOnlyList<CheckIn> Versions(CheckInKey key) => [.. _byKey.GetValueOrDefault(key, []).Select(id => _all[id])];

    /// <summary>The last that was sent; null if nothing was.</summary>
    public CheckIn? Latest(CheckInKey key) => _byKey.TryGetValue(key, out var ids) ? _all[ids[^1]] : null;

    /// <summary>The last that was sent by a moment, as it stood then; null if nothing was.</summary>
    public CheckIn? LatestAt(CheckInKey key, DateTimeOffset moment) => Versions(key).LastOrDefault(c => c.SentAt <= moment)?.At(moment);

    /// <summary>The last of each quarter of an item that was sent by a moment, as it stood then; the latest quarter first.</summary>
    public IReadOnlyList<CheckIn> Of(int task, int item, DateTimeOffset moment) =>
    [
        .. _byItem.Value[(task, item)]
            .OrderByDescending(k => k.Quarter.LastDay)
            .Select(k => LatestAt(k, moment)).OfType<CheckIn>(),
    ];
}
