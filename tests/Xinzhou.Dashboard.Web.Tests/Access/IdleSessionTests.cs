using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A session ends after the time without a request that the setting says: not before, and not later.</summary>
[Trait("Category", "Security")]
public sealed class IdleSessionTests(IdleSessionTests.Clocked host) : IClassFixture<IdleSessionTests.Clocked>
{
    [Fact]
    public async Task Thirty_minutes_without_a_request_end_a_session_and_twenty_nine_do_not()
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        host.Time.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal("leader", await visitor.WhoAsync());
        // More than thirty minutes since sign-in, less since the last request.
        host.Time.Pass(TimeSpan.FromMinutes(28));
        Assert.Equal("leader", await visitor.WhoAsync());
        host.Time.Pass(TimeSpan.FromMinutes(31));
        Assert.Null(await visitor.WhoAsync());
    }

    public sealed class Clocked : AccessHost
    {
        internal MovedClock Time { get; } = new();

        protected override void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
    }

    internal sealed class MovedClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Pass(TimeSpan span) => _ahead += span;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
    }
}
