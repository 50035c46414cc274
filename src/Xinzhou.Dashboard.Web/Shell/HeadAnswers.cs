namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Lets end points that answer GET answer HEAD too: the same headers, and the server leaves the body away.</summary>
public static class HeadAnswers
{
    public static TBuilder AlsoHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(static endpoint =>
        {
            var methods = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
            if (methods.Contains(HttpMethods.Get) && !methods.Contains(HttpMethods.Head))
            {
                // The last one counts.
                endpoint.Metadata.Add(new HttpMethodMetadata([.. methods, HttpMethods.Head]));
            }
        });
        return endpoints;
    }
}
