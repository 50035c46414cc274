using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>The application by a clock that stands until the test lets time pass: nothing happens there because of time.</summary>
public class ClockedHost : AccessHost
{
    public StandingClock Clock { get; } = new();

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
