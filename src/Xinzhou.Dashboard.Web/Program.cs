using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShell();
builder.Services.AddSingleton<Xinzhou.Dashboard.Data.Snapshot.SnapshotStore>();
builder.Services.AddBrowse();
var app = builder.Build();
app.UseShell();
app.MapShell();
app.Run();
