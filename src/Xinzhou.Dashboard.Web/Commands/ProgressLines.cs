using System.Diagnostics;
using Xinzhou.Dashboard.Data.Import;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Tells how far the import of a large file is, a line now and then.</summary>
internal sealed class ProgressLines(TextWriter errors)
{
    private const int Large = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _sinceLast = new();
    private ImportStep? _step;

    public void Tell(ImportProgress progress)
    {
        var isDue = progress.Step != _step || progress.Done == progress.Total || _sinceLast.Elapsed > Pause;
        if (progress.Total < Large || !isDue) return;
        _step = progress.Step;
        _sinceLast.Restart();
        errors.WriteLine(progress.Step switch
        {
            ImportStep.Reading => $"import: reading {progress.Total} rows",
            ImportStep.Comparing => $"import: comparing {progress.Total} figures with what is stored",
            ImportStep.Checking => $"import: checking {progress.Total} new figures",
            _ => $"import: storing {progress.Done} of {progress.Total}",
        });
    }
}
