using System.Collections.Concurrent;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>
/// Parts of reading pages as they were rendered from the state that is shown now (<see cref="SharedPart"/>). When it passes, by a change,
/// by a publication whose moment has come or by a new day, all of them go.
/// </summary>
public sealed class SharedParts
{
    /// <summary>Letters of HTML that are held at most; the overview in two languages has some hundred thousand.</summary>
    private const long MaxLength = 8 * 1024 * 1024;

    private volatile Generation _current = new(default, () => { });
    private long _rendered;

    /// <summary>How many were rendered.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    /// <summary>The parts of the state that a page shows.</summary>
    internal Generation Of(PageView view)
    {
        var (state, current) = (State.Of(view), _current);
        return current.State == state ? current : _current = new(state, () => Interlocked.Increment(ref _rendered));
    }

    /// <summary>All that a part can depend on, but for address and language. What is worked out of one state is one object.</summary>
    internal readonly record struct State(Snapshot Snapshot, CityPlan Plan, LightBoard Lights, Digest Digest, DateOnly Today)
    {
        public static State Of(PageView view) => new(view.Snapshot, view.Plan, view.Lights, view.Digest, view.Today);
    }

    /// <summary>The parts of one state.</summary>
    internal sealed class Generation(State state, Action onRendered)
    {
        private readonly ConcurrentDictionary<string, string> _parts = new(StringComparer.Ordinal);
        private long _length;

        public State State => state;

        public string? Find(string key) => _parts.GetValueOrDefault(key);

        public void Keep(string key, string html)
        {
            onRendered();
            if (Interlocked.Add(ref _length, html.Length) > MaxLength)
            {
                _parts.Clear();
                Interlocked.Exchange(ref _length, html.Length);
            }

            _parts[key] = html;
        }
    }
}
