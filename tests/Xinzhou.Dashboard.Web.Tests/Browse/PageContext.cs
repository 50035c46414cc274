using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Tests.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>Renders reading pages on a snapshot that the test gives; without one it is empty.</summary>
public abstract class PageContext : ShellContext
{
    private readonly SnapshotStore _store = new();

    protected PageContext()
    {
        Services.AddSingleton(_store);
        Services.AddBrowse();
    }

    protected void Show(Snapshot snapshot) => _store.Replace(snapshot);

    protected void ShowPlan() => Show(new() { Plan = SamplePlan.Plan });

    /// <summary>The same plan, decomposed.</summary>
    protected void ShowWork() => Show(new() { PlanBook = SamplePlan.Book });
}
