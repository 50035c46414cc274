using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>A feature of a request that was answered with 503: what is the matter with PostgreSQL.</summary>
/// <param name="Outage">What.</param>
internal sealed record FeltOutage(DatabaseOutage Outage);
