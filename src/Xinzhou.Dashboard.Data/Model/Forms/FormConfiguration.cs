using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Forms;

/// <summary>Forms with their versions, rows and departments.</summary>
internal sealed class FormConfiguration :
    IEntityTypeConfiguration<FormEntity>,
    IEntityTypeConfiguration<FormVersionEntity>,
    IEntityTypeConfiguration<FormRowEntity>,
    IEntityTypeConfiguration<FormDepartmentEntity>
{
    public void Configure(EntityTypeBuilder<FormEntity> builder) => builder.ToTable("forms").HasKey(f => f.Code);

    public void Configure(EntityTypeBuilder<FormVersionEntity> builder)
    {
        builder.ToTable("form_versions").HasKey(v => new { v.FormCode, v.Version });
        builder.HasOne(v => v.Form).WithMany(f => f.Versions).HasForeignKey(v => v.FormCode);
        builder.HasOne(v => v.Author).WithMany().HasForeignKey(v => v.ChangedBy);
    }

    public void Configure(EntityTypeBuilder<FormRowEntity> builder)
    {
        builder.ToTable("form_rows").HasKey(r => new { r.FormCode, r.Version, r.Number });
        builder.HasOne<FormVersionEntity>().WithMany(v => v.Rows).HasForeignKey(r => new { r.FormCode, r.Version });
    }

    public void Configure(EntityTypeBuilder<FormDepartmentEntity> builder)
    {
        builder.ToTable("form_departments").HasKey(d => new { d.FormCode, d.DepartmentCode });
        builder.HasOne<FormEntity>().WithMany(f => f.Departments).HasForeignKey(d => d.FormCode);
        builder.HasOne(d => d.Department).WithMany().HasForeignKey(d => d.DepartmentCode);
    }
}
