namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// A clock that stands still until it is told how much time has passed; its timers go off then, and at no other time. What
/// happens while it stands happens because of something else than time.
/// </summary>
/// <param name="now">What it shows at first.</param>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = now;

    /// <summary>Begins with the time of day.</summary>
    public StandingClock()
        : this(System.GetUtcNow())
    {
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Whether somebody has set a timer that goes off again and again.</summary>
    /// <param name="period">How often.</param>
    public bool Ticks(TimeSpan period)
    {
        lock (_gate) return _timers.Any(t => t.Period == period);
    }

    /// <summary>Lets time pass at once: every timer whose moment comes goes off, in order, and shows its own moment.</summary>
    /// <param name="span">How much; not negative.</param>
    public void Pass(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var end = GetUtcNow() + span;
        while (Next(end) is { } timer) timer.GoOff();
    }

    /// <summary>Is set forward or back at once, as an administrator does it, or NTP: no timer goes off because of that.</summary>
    /// <param name="span">By how much; negative to set it back.</param>
    public void Step(TimeSpan span)
    {
        lock (_gate) _now += span;
    }

    /// <summary>The timer that goes off next, with the clock set to its moment; none before <paramref name="end"/>: set to that.</summary>
    private Timer? Next(DateTimeOffset end)
    {
        lock (_gate)
        {
            var next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            var to = next?.Due ?? end;
            _now = to > _now ? to : _now;
            next?.Advance();
            return next;
        }
    }

    private sealed class Timer(StandingClock clock, Action goOff) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public TimeSpan Period { get; private set; } = Timeout.InfiniteTimeSpan;

        public void GoOff() => goOff();

        /// <summary>Sets the time after this one.</summary>
        public void Advance() => Due = Period > TimeSpan.Zero ? Due + Period : DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                (Due, Period) = (dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime, period);
                if (!clock._timers.Contains(this)) clock._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
