using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Model;

/// <summary>The connection under a context, for what EF cannot say: COPY, and bulk reads of figures.</summary>
internal static class ContextConnections
{
    /// <summary>The connection; it is open while the context is in a transaction.</summary>
    public static NpgsqlConnection Connection(this DashboardContext context) => (NpgsqlConnection)context.Database.GetDbConnection();
}
