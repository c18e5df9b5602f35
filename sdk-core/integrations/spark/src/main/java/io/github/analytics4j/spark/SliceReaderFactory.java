package io.github.analytics4j.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readers of partitions on the executors.
 *
 * @param query what is wanted of the table
 * @param share what one JVM may have of the key's allowance; null for no limit
 */
record SliceReaderFactory(TableQuery query, @Nullable Rate share) implements PartitionReaderFactory {

    /** The slices that one task reads, one after the other. */
    record Partition(List<Slice> slices) implements InputPartition {

        /** Copies the list. */
        Partition {
            slices = List.copyOf(slices);
        }
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return new SliceReader(query, share, ((Partition) partition).slices());
    }
}
