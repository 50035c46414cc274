using Microsoft.Net.Http.Headers;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Packs;

/// <summary>
/// <c>packs/{hash}</c>: the file of a frozen pack, byte for byte. It lies in the database and is read for each request; what it is named by
/// never changes.
/// </summary>
internal static partial class PackEndpoint
{
    private const string Json = "application/json";

    public static FileResource File { get; } = new("packs/{hash}", "Reviews",
        "The file of a frozen pack (资料包) with the signatures until then, byte for byte: its SHA-256 is the hash. The command review verify checks it.",
        Json, typeof(PackItem));

    public static async Task AnswerAsync(HttpContext context)
    {
        var (services, hash) = (context.RequestServices, (string)context.Request.RouteValues["hash"]!);
        var problems = services.GetRequiredService<ProblemWriter>();
        var query = new QueryReader(context.Request.Query.ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase));
        query.RefuseUnknown(Parameters.Lists);
        if (query.Faults.Count > 0)
        {
            await problems.WriteAsync(context, query.Faults);
            return;
        }

        if (await services.GetRequiredService<PackStore>().ReadAsync(hash, context.RequestAborted) is not { } file)
        {
            await problems.WriteAsync(context, StatusCodes.Status404NotFound, ProblemCode.NotFound);
            return;
        }

        // What is kept no longer makes up what was signed: nothing is given out under the name.
        if (Sha256.Of(file) != hash)
        {
            LogChanged(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PackEndpoint)), hash);
            await problems.WriteAsync(context, StatusCodes.Status500InternalServerError, ProblemCode.InternalError);
            return;
        }

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{hash}.json\"";
        if (services.GetRequiredService<SnapshotStore>().Current.Demonstration) context.Response.Headers["X-Data-Set"] = "demonstration";
        await Results.Bytes(file, Json, entityTag: new EntityTagHeaderValue($"\"{hash}\"")).ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "The pack {Hash} was changed in the database: it has another hash; the command review verify says more")]
    private static partial void LogChanged(ILogger logger, string hash);
}
