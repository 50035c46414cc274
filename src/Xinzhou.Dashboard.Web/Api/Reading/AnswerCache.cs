using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>
/// Finished answers of the current state of the figures, by address. When anything changes, by a write or because a
/// figure's publication has come, all of them are dropped; so they are when they grow beyond a bound.
/// </summary>
/// <remarks>
/// No HybridCache: tens of thousands of answers a second come from here, and each would cost it a key of one text, a task and
/// a look at the tags that its state is forgotten by. A state that has passed goes as a whole, with its dictionary.
/// </remarks>
public sealed class AnswerCache
{
    private const int GreatestAnswer = 1024 * 1024;
    private const long GreatestTotal = 64L * 1024 * 1024;

    private volatile Generation _current = new(Snapshot.Empty, default, default);

    /// <summary>The answers that hold for a state of the figures.</summary>
    /// <param name="snapshot">The state.</param>
    /// <param name="lastChange">The latest change not after now: what is shown depends on it.</param>
    /// <param name="today">The day: it decides what an as-of of a day means.</param>
    public Generation For(Snapshot snapshot, DateTimeOffset lastChange, DateOnly today)
    {
        var current = _current;
        return current.Holds(snapshot, lastChange, today) ? current : _current = new(snapshot, lastChange, today);
    }

    /// <summary>The answers that hold for one state of the figures.</summary>
    public sealed class Generation(Snapshot snapshot, DateTimeOffset lastChange, DateOnly today)
    {
        private readonly ConcurrentDictionary<(string Target, AnswerFormat Format), Answer> _answers = new();
        private long _total;

        internal bool Holds(Snapshot other, DateTimeOffset change, DateOnly day) =>
            ReferenceEquals(snapshot, other) && lastChange == change && today == day;

        public bool TryGet(string target, AnswerFormat format, [NotNullWhen(true)] out Answer? answer) =>
            _answers.TryGetValue((target, format), out answer);

        public void Add(string target, AnswerFormat format, Answer answer)
        {
            ArgumentNullException.ThrowIfNull(target);
            ArgumentNullException.ThrowIfNull(answer);
            if (answer.Length > GreatestAnswer) return;

            // An address takes room too: without it, many addresses with small answers would not count.
            var size = answer.Length + 2 * target.Length + 256;
            if (Interlocked.Add(ref _total, size) > GreatestTotal)
            {
                _answers.Clear();
                Interlocked.Exchange(ref _total, size);
            }

            _answers.TryAdd((target, format), answer);
        }
    }
}
