using Xinzhou.Dashboard.Benchmarks;
using Xinzhou.Dashboard.Benchmarks.Contenders;
using Xinzhou.Dashboard.Benchmarks.Contenders.Naive;

// The program starts itself as a contender, so that each has a process of its own.
return args switch
{
    [BareServer.Word, var folder] => await BareServer.RunAsync(folder),
    [NaiveServer.Word, var connection] => await NaiveServer.RunAsync(connection),
    _ => await Run.AllAsync(args),
};
