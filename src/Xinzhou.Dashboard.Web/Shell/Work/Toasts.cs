using MudBlazor;

namespace Xinzhou.Dashboard.Web.Shell.Work;

/// <summary>Says in passing that something was done. What went wrong is said where it happened (<see cref="Said"/>).</summary>
public sealed class Toasts(ISnackbar snackbar)
{
    /// <summary>Shows a sentence for some seconds.</summary>
    public void Say(string sentence) => snackbar.Add(sentence, Severity.Normal, options => options.HideIcon = true);
}
