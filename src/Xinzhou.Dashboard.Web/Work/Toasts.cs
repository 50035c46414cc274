namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Says in passing that something was done; <see cref="InteractiveShell"/> shows it. What went wrong is said where it happened
/// (<see cref="Said"/>). MudBlazor's own snackbar writes a style element for each message, which the security policy forbids.
/// </summary>
public sealed class Toasts(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(6);

    private ITimer? timer;

    /// <summary>Raised when there is something else to be shown, or nothing any more.</summary>
    internal event Action? Changed;

    /// <summary>The sentence; null for none.</summary>
    internal string? Sentence { get; private set; }

    /// <summary>Shows a sentence for some seconds.</summary>
    public void Say(string sentence)
    {
        timer?.Dispose();
        Sentence = sentence;
        Changed?.Invoke();
        timer = time.CreateTimer(_ => Clear(), null, Shown, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => timer?.Dispose();

    private void Clear()
    {
        Sentence = null;
        Changed?.Invoke();
    }
}
