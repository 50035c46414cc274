using Xinzhou.Dashboard.Web.Commands;

return await CommandLine.RunAsync(args);
