using System.Runtime.CompilerServices;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// Waits for a state, however long a busy machine takes to come to it. No test shows how long something takes: that is what
/// <c>eng/bench</c> measures.
/// </summary>
public static class Wait
{
    /// <summary>When a wait is given up, so that a test that hangs ends; far more than anything that is waited for needs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Something that is cancelled after <see cref="Limit"/>.</summary>
    public static CancellationTokenSource Limited() => new(Limit);

    /// <summary>Waits until something holds.</summary>
    /// <param name="state">What is to hold.</param>
    /// <param name="text">How it is written in the test.</param>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public static Task UntilAsync(Func<bool> state, [CallerArgumentExpression(nameof(state))] string text = "") =>
        UntilAsync(() => Task.FromResult(state()), text);

    /// <summary>Waits until something holds that has to be asked for.</summary>
    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> state, [CallerArgumentExpression(nameof(state))] string text = "")
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await state().WaitAsync(Limit))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Limit) throw new TimeoutException($"It did not come to hold: {text}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Lets a while pass: how long a fault lasts, or after which it comes. Nothing is shown by how long that is.</summary>
    public static Task PassAsync(TimeSpan span) => Task.Delay(span);

    /// <summary>Waits for the end of something.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static Task ForAsync(Task task) => task.WaitAsync(Limit);

    /// <summary>Waits for an answer.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public static Task<T> ForAsync<T>(Task<T> task) => task.WaitAsync(Limit);
}
