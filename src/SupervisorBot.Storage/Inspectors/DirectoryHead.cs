using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Inspectors;

/// <summary>What a batch knows of the directory: the number of its last change. One batch at a time may change it, on all nodes.</summary>
internal sealed class DirectoryHead
{
    private static readonly Statement SelectVersion = new("SELECT version FROM directory_version WHERE id = 1");

    private bool _isWanted;

    /// <summary>The number of the last change; 0 while there was none.</summary>
    public long Version { get; set; }

    /// <summary>A batch will change the directory.</summary>
    public void Want(Batch batch)
    {
        if (!_isWanted)
        {
            _isWanted = true;
            batch.Lock("directory", "version");
        }
    }

    public IEnumerable<Query> Queries()
    {
        if (_isWanted)
        {
            yield return new Query(SelectVersion, [], row => Version = row.GetInt64(0));
        }
    }
}
