using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>Returns with their cells, comments and submissions, and the progress released out of them.</summary>
internal sealed class ReturnConfiguration :
    IEntityTypeConfiguration<ReturnEntity>,
    IEntityTypeConfiguration<ReturnCellEntity>,
    IEntityTypeConfiguration<ReturnCellChangeEntity>,
    IEntityTypeConfiguration<ReturnCommentEntity>,
    IEntityTypeConfiguration<ReturnSubmissionEntity>,
    IEntityTypeConfiguration<TaskProgressEntity>
{
    public void Configure(EntityTypeBuilder<ReturnEntity> builder)
    {
        builder.ToTable("returns").HasKey(r => r.Id);
        builder.HasOne(r => r.Calendar).WithMany().HasForeignKey(r => new { r.FormCode, r.Quarter });
        builder.HasOne(r => r.Form).WithMany().HasForeignKey(r => new { r.FormCode, r.FormVersion });
        builder.HasOne(r => r.ReportedBy).WithMany().HasForeignKey(r => new { r.FormCode, r.DepartmentCode });
    }

    public void Configure(EntityTypeBuilder<ReturnCellEntity> builder)
    {
        builder.ToTable("return_cells").HasKey(c => new { c.ReturnId, c.RowNumber, c.Field });
        builder.ComplexProperty(c => c.Entry, Entry);
        builder.HasOne<ReturnEntity>().WithMany(r => r.Cells).HasForeignKey(c => c.ReturnId);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.ChangedBy);
    }

    public void Configure(EntityTypeBuilder<ReturnCellChangeEntity> builder)
    {
        builder.ToTable("return_cell_changes").HasKey(c => c.Id);
        builder.ComplexProperty(c => c.Entry, Entry);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.ChangedBy);
    }

    public void Configure(EntityTypeBuilder<ReturnCommentEntity> builder)
    {
        builder.ToTable("return_comments").HasKey(c => c.Id);
        builder.HasOne<ReturnEntity>().WithMany(r => r.Comments).HasForeignKey(c => c.ReturnId);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.By);
    }

    public void Configure(EntityTypeBuilder<ReturnSubmissionEntity> builder)
    {
        builder.ToTable("return_submissions").HasKey(s => new { s.ReturnId, s.Number });
        builder.Property(s => s.Cells).IsJson();
        builder.HasOne<ReturnEntity>().WithMany(r => r.Submissions).HasForeignKey(s => s.ReturnId);
        builder.HasOne(s => s.Author).WithMany().HasForeignKey(s => s.By);
    }

    public void Configure(EntityTypeBuilder<TaskProgressEntity> builder)
    {
        builder.ToTable("task_progress").HasKey(p => p.Id);
        builder.HasOne(p => p.Return).WithMany().HasForeignKey(p => p.ReturnId);
        builder.HasOne(p => p.Reporter).WithMany().HasForeignKey(p => p.EnteredBy);
        builder.HasOne(p => p.Reviewer).WithMany().HasForeignKey(p => p.ReleasedBy);
    }

    private static void Entry(ComplexPropertyBuilder<CellEntry> entry)
    {
        entry.Property(e => e.Value).HasColumnName("value");
        entry.Property(e => e.Blank).HasColumnName("blank");
        entry.Property(e => e.Reason).HasColumnName("reason");
        entry.Property(e => e.Explanation).HasColumnName("explanation");
        entry.Property(e => e.Source).HasColumnName("source");
    }
}
